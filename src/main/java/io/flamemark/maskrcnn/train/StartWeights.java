package io.flamemark.maskrcnn.train;

import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.weights.WeightLoading;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunEvent.Level;
import io.flamemark.run.RunEvent.Notice;
import io.flamemark.run.TrainingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Gives a network the weights that its configuration says training starts from. */
final class StartWeights {

    private StartWeights() {}

    /**
     * @param weights {@code none} or a safetensors file
     * @throws TrainingException if nothing of the file fits
     */
    static void load(String weights, Parameters parameters, Consumer<RunEvent> events) throws IOException {
        if (weights.equals("none")) {
            return;
        }
        if (weights.equals("coco")) {
            throw new TrainingException("The COCO weights are not part of this program. Name a safetensors file with"
                    + " torchvision's names, or train without (weights: none).");
        }
        WeightLoading loading = WeightLoading.load(Path.of(weights), parameters);
        if (loading.loaded().isEmpty()) {
            throw new TrainingException(weights + ": none of its tensors fits this network; is it a Mask R-CNN of the"
                    + " same backbone with torchvision's names?");
        }
        int others = loading.missing().size() + loading.misshapen().size();
        events.accept(new Notice(
                Level.INFO,
                "Start weights: " + loading.loaded().size() + " tensors from " + weights
                        + (others == 0 ? "." : ", " + others + " start anew, such as the outputs of other classes.")));
    }
}
