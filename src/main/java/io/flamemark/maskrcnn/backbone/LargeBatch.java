package io.flamemark.maskrcnn.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.ops.Precision;

/** Batches whose maps take so much memory that some are worth computing twice rather than keeping. */
final class LargeBatch {

    /** One image of 512x512, or several smaller ones. */
    private static final long MANY_PIXELS = 512 * 512;

    /** Maps of half the size, of which the way back keeps no second copy, let so many times the pixels be kept. */
    private static final int IN_HALVES = 4;

    /** Pixels of an image under one of C2, the finest map. */
    private static final long PIXELS_UNDER_C2 = 4 * 4;

    private LargeBatch() {}

    /**
     * @param images {@code [N, 3, H, W]}
     * @param precision of the maps
     */
    static boolean isOfImages(NDArray images, Precision precision) {
        return pixels(images) >= many(precision);
    }

    /**
     * @param c2 {@code [N, C, H / 4, W / 4]}
     * @param precision of the maps
     */
    static boolean isOfFinest(NDArray c2, Precision precision) {
        return pixels(c2) * PIXELS_UNDER_C2 >= many(precision);
    }

    private static long many(Precision precision) {
        return precision == Precision.BFLOAT16 ? IN_HALVES * MANY_PIXELS : MANY_PIXELS;
    }

    private static long pixels(NDArray maps) {
        Shape shape = maps.getShape();
        return shape.get(0) * shape.get(2) * shape.get(3);
    }
}
