package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;

/** A normalisation of feature maps, {@code [N, C, H, W] -> [N, C, H, W]}. */
public interface Norm {

    NDArray apply(NDArray x);

    /**
     * A convolution, this norm, and what follows.
     *
     * @param x {@code [N, in, H, W]}, which goes into the convolution
     * @param added a map of the output's shape that is added to the normalised one, or null
     * @param rectifies whether what is negative in the end becomes zero
     * @return {@code [N, C, H', W']}
     */
    default NDArray after(Conv2d conv, NDArray x, NDArray added, boolean rectifies) {
        try (NDArray map = conv.apply(x)) {
            NDArray normed = apply(map);
            return added == null && !rectifies
                    ? normed
                    : Ending.of(added != null, rectifies).apply(normed, added);
        }
    }

    /** Which norm a network uses, and how one is made for a number of channels. */
    enum Kind {
        /** Group norm: needs no pretrained statistics and works with one image a step. */
        GROUP {
            @Override
            public Norm create(Scope scope, int channels, float firstScale) {
                return GroupNorm.create(scope, channels, firstScale);
            }
        },
        /** Batch norm that learns its statistics: for learning from nothing with a batch of some size. */
        BATCH {
            @Override
            public Norm create(Scope scope, int channels, float firstScale) {
                return BatchNorm.create(scope, channels, firstScale);
            }
        },
        /** Batch norm with fixed statistics and fixed scale, as torchvision's detectors use it. */
        FROZEN {
            @Override
            public Norm create(Scope scope, int channels, float firstScale) {
                return FrozenBatchNorm.create(scope, channels);
            }
        };

        /**
         * Makes a norm whose parameters lie in {@code scope}.
         *
         * @param firstScale where a learned scale starts
         */
        public abstract Norm create(Scope scope, int channels, float firstScale);

        /**
         * The kind named in a run's configuration.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind named(String name) {
            return switch (name) {
                case "group" -> GROUP;
                case "batch" -> BATCH;
                case "frozen" -> FROZEN;
                default ->
                    throw new IllegalArgumentException("no norm named " + name + "; there are group, batch and frozen");
            };
        }
    }
}
