package io.flamemark.maskrcnn.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Supplier;

/**
 * Images on their way into the network. Their pixels are prepared when somebody asks for them: a backbone whose outputs
 * are remembered does not.
 */
public final class ImageBatch {

    private static final int CHANNELS = 3;

    private final NDManager manager;
    private final List<ImageSize> sizes;
    private final ImageSize padded;
    private final Supplier<float[]> values;
    private NDArray pixels;

    /**
     * @param manager owns the pixels
     * @param sizes of the N images without padding
     * @param padded multiples of 32, at least as large as each image
     * @param values {@code [N, 3, H, W]}, flat
     */
    public ImageBatch(NDManager manager, List<ImageSize> sizes, ImageSize padded, Supplier<float[]> values) {
        this.manager = manager;
        this.sizes = List.copyOf(sizes);
        this.padded = padded;
        this.values = values;
    }

    /** {@code [N, 3, H, W]} RGB, normalised; each image in the top left, zeros to the right and below. */
    public NDArray pixels() {
        if (pixels == null) {
            pixels = manager.create(values.get(), new Shape(sizes.size(), CHANNELS, padded.height(), padded.width()));
        }
        return pixels;
    }

    /** The owner of what is made of this. */
    public NDManager manager() {
        return manager;
    }

    /** Of the N images without padding. */
    public List<ImageSize> sizes() {
        return sizes;
    }

    /** H, W: multiples of 32. */
    public ImageSize padded() {
        return padded;
    }
}
