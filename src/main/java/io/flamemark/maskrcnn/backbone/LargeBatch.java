package io.flamemark.maskrcnn.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Batches whose maps take so much memory that some are worth computing twice rather than keeping. */
final class LargeBatch {

    /** One image of 512x512, or several smaller ones. */
    private static final long MANY_PIXELS = 512 * 512;

    /** Pixels of an image under one of C2, the finest map. */
    private static final long PIXELS_UNDER_C2 = 4 * 4;

    private LargeBatch() {}

    /** @param images {@code [N, 3, H, W]} */
    static boolean isOfImages(NDArray images) {
        return pixels(images) >= MANY_PIXELS;
    }

    /** @param c2 {@code [N, C, H / 4, W / 4]} */
    static boolean isOfFinest(NDArray c2) {
        return pixels(c2) * PIXELS_UNDER_C2 >= MANY_PIXELS;
    }

    private static long pixels(NDArray maps) {
        Shape shape = maps.getShape();
        return shape.get(0) * shape.get(2) * shape.get(3);
    }
}
