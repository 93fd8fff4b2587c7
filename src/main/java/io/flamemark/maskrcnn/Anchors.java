package io.flamemark.maskrcnn;

import io.flamemark.maskrcnn.ops.AnchorGenerator;
import io.flamemark.run.RunConfig;

/**
 * The anchors for a network's input size. torchvision's 32 to 512 pixels suit images of about 800 pixels; on smaller
 * inputs everything is smaller, so the anchors are halved once or twice, to no less than 8 pixels on the finest level,
 * twice its stride.
 */
final class Anchors {

    private static final int LEVELS = 5;
    private static final float[] RATIOS = {0.5f, 1, 2};

    private Anchors() {}

    static AnchorGenerator forNetwork(RunConfig.Network network) {
        int finest = network.minSize() >= 512 ? 32 : network.minSize() >= 256 ? 16 : 8;
        int[][] sizes = new int[LEVELS][];
        for (int level = 0; level < LEVELS; level++) {
            sizes[level] = new int[] {finest << level};
        }
        return new AnchorGenerator(sizes, RATIOS);
    }
}
