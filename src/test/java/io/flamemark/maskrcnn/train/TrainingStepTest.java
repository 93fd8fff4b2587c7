package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.TinyNetwork;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.run.RunConfig;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainingStepTest {

    @Test
    void nothingPilesUpOverTwentySteps() {
        RunConfig.Optimization config = new RunConfig.Optimization("adamw", 1, 1, 1, 1e-3, 0.9, 0.01, 0, "constant", 5);
        Truth truth = TinyNetwork.truths().get(0);
        List<List<Example>> batches =
                List.of(List.of(new Example("noise", false, new RgbImage(64, 60, new int[64 * 60]), truth)));
        try (MaskRcnn network = TinyNetwork.create();
                Optimizer optimizer = Optimizer.create(config, RunConfig.Tuning.USUAL, network.parameters())) {
            NDManager manager = network.parameters().manager();
            TrainingStep step = new TrainingStep(network, optimizer, 5);
            step.take(1, batches, 1e-3, new Random(1));
            int after = manager.getManagedArrays().size();
            for (int i = 0; i < 20; i++) {
                step.take(i, batches, 1e-3, new Random(i));
            }
            assertEquals(after, manager.getManagedArrays().size());
        }
    }
}
