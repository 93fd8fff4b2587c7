package io.flamemark.augment;

import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.Resampling;
import io.flamemark.run.RunConfig;

/**
 * The size at which the network sees images (torchvision's {@code GeneralizedRCNNTransform}).
 *
 * @param minSize the shorter side is brought to it, pixels
 * @param maxSize unless the longer side would exceed this
 */
public record SeenSize(int minSize, int maxSize) {

    /** How a configured network's images are brought to that size, in training as in detection. */
    public static Resampling resampling(RunConfig.Network network) {
        return network.isTorchvisions() ? Resampling.BILINEAR : Resampling.AREA;
    }

    /**
     * The size for an image of {@code width x height}. The scale is a float made from a reciprocal, since torchvision's
     * is: that decides whether an image of 427 pixels becomes 800 or 799.
     */
    public ImageDecoder.Size of(int width, int height) {
        float scale = Math.min(1f / Math.min(width, height) * minSize, 1f / Math.max(width, height) * maxSize);
        return new ImageDecoder.Size(
                Math.max(1, (int) (width * (double) scale)), Math.max(1, (int) (height * (double) scale)));
    }
}
