package io.flamemark.maskrcnn.roi;

import io.flamemark.maskrcnn.backbone.ImageSize;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** What the heads learn from besides the proposals, and which masks. */
enum TrainingRecipe {
    /** As torchvision trains: the true boxes join the proposals, and masks are of whole pixels. */
    TORCHVISION(0, RasterTargets::of),

    /**
     * For learning from nothing, when the proposals are useless at first: a few boxes near each true one let the heads
     * learn from the first step, and masks come from the outlines themselves.
     */
    SCRATCH(6, (truth, size) -> new OutlineTargets(truth));

    private static final float LARGEST_SHIFT = 0.25f;

    private final int neighbours;
    private final BiFunction<Truth, ImageSize, MaskTargets> masks;

    TrainingRecipe(int neighbours, BiFunction<Truth, ImageSize, MaskTargets> masks) {
        this.neighbours = neighbours;
        this.masks = masks;
    }

    /** The mask targets of one image. */
    MaskTargets masks(Truth truth, ImageSize size) {
        return masks.apply(truth, size);
    }

    /** Boxes around each true one, each edge moved by up to a share of the side; most overlap it by more than half. */
    float[] near(float[] boxes, RandomGenerator random) {
        float[] near = new float[boxes.length * neighbours];
        for (int i = 0; i < near.length; i++) {
            int at = i % boxes.length;
            int first = at / 4 * 4;
            float side = at % 2 == 0 ? boxes[first + 2] - boxes[first] : boxes[first + 3] - boxes[first + 1];
            near[i] = boxes[at] + side * LARGEST_SHIFT * (2 * random.nextFloat() - 1);
        }
        return near;
    }
}
