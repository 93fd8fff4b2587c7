package io.flamemark.maskrcnn.backbone;

import java.util.Locale;

/**
 * Residual networks by their blocks a stage (He et al. 2015, Deep Residual Learning, table 1): those of its five that
 * are commonly under detectors.
 */
public enum ResNetKind {
    RESNET18(false, 2, 2, 2, 2),
    RESNET34(false, 3, 4, 6, 3),
    RESNET50(true, 3, 4, 6, 3),
    RESNET101(true, 3, 4, 23, 3);

    private final boolean bottleneck;
    private final int[] blocks;

    ResNetKind(boolean bottleneck, int... blocks) {
        this.bottleneck = bottleneck;
        this.blocks = blocks;
    }

    /** Blocks of stage 1..4. */
    int blocks(int stage) {
        return blocks[stage - 1];
    }

    boolean bottleneck() {
        return bottleneck;
    }

    /**
     * Channels that leave stage 1..4.
     *
     * @param width of the first stage, 64 in the paper
     */
    int channels(int stage, int width) {
        return (width << (stage - 1)) * (bottleneck ? ResidualBlock.BOTTLENECK : 1);
    }

    /**
     * The network named in a run's configuration, such as {@code resnet18}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ResNetKind named(String name) {
        for (ResNetKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "no backbone named " + name + "; there are resnet18, resnet34, resnet50 and resnet101");
    }
}
