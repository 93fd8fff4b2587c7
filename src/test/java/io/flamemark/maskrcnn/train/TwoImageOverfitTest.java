package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Instance;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.maskrcnn.infer.MaskRcnnDetectors;
import io.flamemark.run.Augmenting;
import io.flamemark.run.Detector;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunFixture;
import io.flamemark.run.RunState;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: a network trained on two pictures finds their fires, to the pixel or nearly. */
class TwoImageOverfitTest {

    private static final RunConfig CONFIG = new RunConfig(
            RunConfig.VERSION,
            "test",
            new RunConfig.Network("resnet18", 16, "group", "scratch", "none", 96, 128, 32, 64, 1, "all"),
            new RunConfig.Sampling(64, 100, 40, 32, 0.5, 5, 0.3, 0.5),
            new RunConfig.Optimization("adamw", 1, 60, 2, 1.5e-3, 0.9, 0.01, 5, "cosine", 5),
            new Augmenting(0, 0, 0, 0),
            new RunConfig.Validation(1, 0),
            // Two threads need twice the processor's time of one for so small a network.
            new RunConfig.Machine(1, 3, "cpu"));

    @Test
    void findsTheFiresItWasShown(@TempDir Path folder) throws Exception {
        Polygon flame = Polygon.of(30, 90, 40, 50, 52, 66, 64, 30, 78, 62, 86, 90);
        Polygon ember = Polygon.of(110, 70, 130, 60, 144, 74, 136, 100, 114, 98);
        Sample one = FireDrawing.write(folder, "one.png", flame);
        Sample two = FireDrawing.write(folder, "two.png", ember);
        Dataset dataset = new Dataset(new LabelMap(List.of("fire")), List.of(one, two), List.of(one, two), List.of());
        RunDirectory run = RunFixture.folder(folder.resolve("run"));

        RunEvent.Ended ended =
                new MaskRcnnTrainer().train(new TrainingJob(CONFIG, dataset, run), new StopSignal(), event -> {});

        assertEquals(RunState.FINISHED, ended.state());
        try (Detector detector = new MaskRcnnDetectors().open(run.root())) {
            for (Sample sample : dataset.train()) {
                Detections found = detector.detect(sample.image(), 0.5);
                assertEquals(1, found.size(), sample.id());
                Instance truth = sample.instances().get(0);
                Mask mask = PolygonRasterizer.rasterize(truth.parts(), sample.width(), sample.height());
                double iou = mask.iou(found.all().get(0).mask());
                assertTrue(iou >= 0.8, sample.id() + ": mask IoU " + iou);
            }
        }
    }
}
