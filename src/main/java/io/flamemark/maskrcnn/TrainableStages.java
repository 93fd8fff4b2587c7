package io.flamemark.maskrcnn;

import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.weights.TorchvisionNames;

/**
 * Which part of the network training changes; the rest stays as loaded. The pyramid and all heads always train. The
 * words are those of matterport's Mask_RCNN, and so is the count, by which the stem is the first stage and
 * {@code layer1} the second.
 */
enum TrainableStages {
    HEADS("heads", 5),
    FROM_STAGE_5("5+", 4),
    FROM_STAGE_4("4+", 3),
    FROM_STAGE_3("3+", 2),
    ALL("all", 0);

    private final String title;
    private final int firstTrained;

    /** @param firstTrained the {@code layer} of torchvision's names that trains first, 0 where the stem does too */
    TrainableStages(String title, int firstTrained) {
        this.title = title;
        this.firstTrained = firstTrained;
    }

    /** The choice named in a run's configuration. */
    static TrainableStages named(String name) {
        for (TrainableStages stages : values()) {
            if (stages.title.equals(name)) {
                return stages;
            }
        }
        throw new IllegalArgumentException("no trainable stages named " + name + "; there are heads, 5+, 4+, 3+, all");
    }

    void apply(Parameters parameters) {
        if (this != ALL) {
            parameters.freeze(this::isFrozen);
        }
    }

    private boolean isFrozen(String name) {
        if (!name.startsWith(TorchvisionNames.BODY)) {
            return false;
        }
        String layer = TorchvisionNames.BODY + "layer";
        return !name.startsWith(layer) || name.charAt(layer.length()) - '0' < firstTrained;
    }
}
