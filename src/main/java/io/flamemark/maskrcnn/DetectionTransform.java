package io.flamemark.maskrcnn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.Box;
import io.flamemark.imaging.ImageScaler;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.ops.PasteMasks;
import io.flamemark.maskrcnn.roi.RoiDetection;
import java.util.List;

/**
 * From images to what the network sees, and from what it finds back to the images (torchvision's
 * {@code GeneralizedRCNNTransform}).
 *
 * @param minSize the shorter side is brought to it, pixels
 * @param maxSize unless the longer side would exceed this
 */
public record DetectionTransform(int minSize, int maxSize) {

    /** What pretrained weights expect; red, green, blue. */
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};

    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    /** The coarsest stage halves the image five times. */
    private static final int MULTIPLE = 32;

    private static final float MASK_THRESHOLD = 0.5f;

    /** The size at which the network sees an image of {@code width x height}. */
    public ImageSize networkSize(int width, int height) {
        double scale = Math.min((double) minSize / Math.min(width, height), (double) maxSize / Math.max(width, height));
        return new ImageSize(Math.max(1, (int) (width * scale)), Math.max(1, (int) (height * scale)));
    }

    /** The image at the network's size. */
    public RgbImage resize(RgbImage image) {
        ImageSize size = networkSize(image.width(), image.height());
        return ImageScaler.scale(image, size.width(), size.height());
    }

    /** Normalises and pads images of the network's size into one batch. */
    public static ImageBatch batch(NDManager manager, List<RgbImage> images) {
        int height = padded(images.stream().mapToInt(RgbImage::height).max().orElseThrow());
        int width = padded(images.stream().mapToInt(RgbImage::width).max().orElseThrow());
        float[] pixels = new float[images.size() * 3 * height * width];
        for (int i = 0; i < images.size(); i++) {
            for (int channel = 0; channel < 3; channel++) {
                normalise(images.get(i), channel, pixels, (i * 3 + channel) * height * width, width);
            }
        }
        return new ImageBatch(
                manager.create(pixels, new Shape(images.size(), 3, height, width)),
                images.stream()
                        .map(image -> new ImageSize(image.width(), image.height()))
                        .toList());
    }

    private static int padded(int size) {
        return (size + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    }

    private static void normalise(RgbImage image, int channel, float[] out, int start, int stride) {
        int shift = 16 - 8 * channel;
        float factor = 1 / (255 * DEVIATION[channel]);
        float offset = MEAN[channel] / DEVIATION[channel];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int value = image.rgb()[y * image.width() + x] >> shift & 0xff;
                out[start + y * stride + x] = value * factor - offset;
            }
        }
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
        float[] corners = found.box();
        Box box = new Box(corners[0], corners[1], corners[2], corners[3])
                .scaled((double) width / seen.width(), (double) height / seen.height());
        int size = (int) Math.round(Math.sqrt(found.mask().length));
        return new Detection(
                found.label(),
                found.score(),
                box,
                PasteMasks.paste(found.mask(), size, box, width, height, MASK_THRESHOLD));
    }
}
