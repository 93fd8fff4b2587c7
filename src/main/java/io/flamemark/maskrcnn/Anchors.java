package io.flamemark.maskrcnn;

import io.flamemark.maskrcnn.ops.AnchorGenerator;
import io.flamemark.run.RunConfig;

/**
 * The anchors of a network. torchvision's 32 to 512 pixels suit images of about 800 pixels, and weights that were
 * trained with them. On smaller inputs everything is smaller, so a network that learns from nothing gets them halved
 * once or twice, to no less than 8 pixels on the finest level, twice its stride.
 */
final class Anchors {

    private static final int LEVELS = 5;
    private static final int TORCHVISIONS_FINEST = 32;
    private static final float[] RATIOS = {0.5f, 1, 2};

    private Anchors() {}

    static AnchorGenerator forNetwork(RunConfig.Network network) {
        int finest = network.isTorchvisions() ? TORCHVISIONS_FINEST : finestFor(network.minSize());
        int[][] sizes = new int[LEVELS][];
        for (int level = 0; level < LEVELS; level++) {
            sizes[level] = new int[] {finest << level};
        }
        return new AnchorGenerator(sizes, RATIOS);
    }

    private static int finestFor(int minSize) {
        return minSize >= 512 ? TORCHVISIONS_FINEST : minSize >= 256 ? 16 : 8;
    }
}
