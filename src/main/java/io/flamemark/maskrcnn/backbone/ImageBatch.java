package io.flamemark.maskrcnn.backbone;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Images on their way into the network.
 *
 * @param pixels {@code [N, 3, H, W]} RGB, normalised; each image in the top left, zeros to the right and below; H and W
 *     multiples of 32
 * @param sizes of the N images without padding
 */
public record ImageBatch(NDArray pixels, List<ImageSize> sizes) {

    public ImageBatch {
        sizes = List.copyOf(sizes);
    }

    /** H, pixels. */
    public int paddedHeight() {
        return (int) pixels.getShape().get(2);
    }

    /** W, pixels. */
    public int paddedWidth() {
        return (int) pixels.getShape().get(3);
    }
}
