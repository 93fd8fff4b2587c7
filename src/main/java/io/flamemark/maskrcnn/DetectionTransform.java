package io.flamemark.maskrcnn;

import ai.djl.ndarray.NDManager;
import io.flamemark.augment.SeenSize;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.Box;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.Resampling;
import io.flamemark.imaging.Resampling.Pixels;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.ops.PasteMasks;
import io.flamemark.maskrcnn.roi.RoiDetection;
import io.flamemark.run.RunConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * From images to what the network sees, and from what it finds back to the images (torchvision's
 * {@code GeneralizedRCNNTransform}).
 *
 * @param minSize the shorter side is brought to it, pixels
 * @param maxSize unless the longer side would exceed this, pixels
 * @param resampling how images are brought to that size
 */
public record DetectionTransform(int minSize, int maxSize, Resampling resampling) {

    /** ImageNet's, which pretrained weights expect; red, green, blue. */
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};

    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    /** Where red, green and blue stand in {@code 0xRRGGBB}. */
    private static final int[] SHIFT = {16, 8, 0};

    /** The coarsest stage halves the image five times. */
    private static final int MULTIPLE = 32;

    private static final float MASK_THRESHOLD = 0.5f;

    /** The transform of a configured network. */
    public static DetectionTransform of(RunConfig.Network network) {
        return new DetectionTransform(network.minSize(), network.maxSize(), SeenSize.resampling(network));
    }

    /** The size at which the network sees an image of {@code width x height}. */
    public ImageSize networkSize(int width, int height) {
        ImageDecoder.Size seen = new SeenSize(minSize, maxSize).of(width, height);
        return new ImageSize(seen.width(), seen.height());
    }

    /** Resizes, normalises and pads images into one batch. */
    public ImageBatch resizedBatch(NDManager manager, List<RgbImage> images) {
        List<Pixels> pixels = new ArrayList<>();
        List<ImageSize> sizes = new ArrayList<>();
        for (RgbImage image : images) {
            ImageSize size = networkSize(image.width(), image.height());
            sizes.add(size);
            pixels.add(resampling.resample(image, size.width(), size.height()));
        }
        return batch(manager, pixels, sizes);
    }

    /** Normalises and pads images that have the network's size already into one batch. */
    public static ImageBatch batch(NDManager manager, List<RgbImage> images) {
        return batch(
                manager,
                images.stream().map(Resampling::pixelsOf).toList(),
                images.stream()
                        .map(image -> new ImageSize(image.width(), image.height()))
                        .toList());
    }

    private static ImageBatch batch(NDManager manager, List<Pixels> images, List<ImageSize> sizes) {
        ImageSize padded = new ImageSize(
                padded(sizes.stream().mapToInt(ImageSize::width).max().orElseThrow()),
                padded(sizes.stream().mapToInt(ImageSize::height).max().orElseThrow()));
        return new ImageBatch(manager, sizes, padded, () -> normalised(images, sizes, padded));
    }

    private static float[] normalised(List<Pixels> images, List<ImageSize> sizes, ImageSize padded) {
        int area = padded.width() * padded.height();
        float[] values = new float[images.size() * 3 * area];
        for (int i = 0; i < images.size(); i++) {
            for (int channel = 0; channel < 3; channel++) {
                int start = (i * 3 + channel) * area;
                normalise(images.get(i), sizes.get(i), channel, values, start, padded.width());
            }
        }
        return values;
    }

    /** The size to which a batch of one image of {@code width x height} is padded. */
    public ImageSize paddedSize(int width, int height) {
        ImageSize size = networkSize(width, height);
        return new ImageSize(padded(size.width()), padded(size.height()));
    }

    private static int padded(int size) {
        return (size + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    }

    private static void normalise(Pixels image, ImageSize size, int channel, float[] out, int start, int stride) {
        float factor = 1 / (255 * DEVIATION[channel]);
        float offset = MEAN[channel] / DEVIATION[channel];
        float[] row = new float[size.width()];
        for (int y = 0; y < size.height(); y++) {
            image.read(y, SHIFT[channel], row);
            for (int x = 0; x < row.length; x++) {
                out[start + y * stride + x] = row[x] * factor - offset;
            }
        }
    }

    /** For each image what was found in it, in its own pixels. */
    static List<Detections> toOriginals(
            List<List<RoiDetection>> found, List<ImageSize> seen, List<RgbImage> originals) {
        return IntStream.range(0, found.size())
                .mapToObj(i -> {
                    RgbImage original = originals.get(i);
                    return toOriginal(found.get(i), seen.get(i), original.width(), original.height());
                })
                .toList();
    }

    /**
     * Detections in pixels of the original image.
     *
     * @param found in network pixels
     * @param seen the size at which the network saw the image
     */
    public static Detections toOriginal(List<RoiDetection> found, ImageSize seen, int width, int height) {
        return new Detections(
                found.stream().map(one -> toOriginal(one, seen, width, height)).toList());
    }

    private static Detection toOriginal(RoiDetection found, ImageSize seen, int width, int height) {
        float sx = (float) width / seen.width();
        float sy = (float) height / seen.height();
        float[] corners = found.box();
        // In floats like torchvision's: the pixel at which a mask begins must not depend on a rounding.
        Box box = new Box(corners[0] * sx, corners[1] * sy, corners[2] * sx, corners[3] * sy);
        int size = (int) Math.round(Math.sqrt(found.mask().length));
        return new Detection(
                found.label(),
                found.score(),
                box,
                PasteMasks.paste(found.mask(), size, box, width, height, MASK_THRESHOLD));
    }
}
