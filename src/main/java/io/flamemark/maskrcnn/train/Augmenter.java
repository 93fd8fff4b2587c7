package io.flamemark.maskrcnn.train;

import io.flamemark.dataset.Instance;
import io.flamemark.geometry.Box;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.DetectionTransform;
import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.run.RunConfig;
import java.util.random.RandomGenerator;

/** Makes examples of samples: varied ones to learn from, plain ones to be judged on. */
record Augmenter(RunConfig.Augmenting settings, DetectionTransform transform) {

    /** A crop keeps at least this share of each side. */
    private static final double SMALLEST_CROP = 0.5;

    /** The sample as detection would see it. */
    Example plain(CachedSample sample) {
        RgbImage image = sample.image();
        Placement whole = placement(new Window(0, 0, image.width(), image.height()), 1, false);
        return new Example(sample.id(), false, whole.image(image), whole.truth(sample.instances()));
    }

    /** The sample mirrored, scaled, cropped and tinted at random. */
    Example varied(CachedSample sample, RandomGenerator random) {
        RgbImage image = sample.image();
        Window window = random.nextDouble() < settings.crop()
                ? crop(sample, random)
                : new Window(0, 0, image.width(), image.height());
        double scale = 1 + settings.scaleJitter() * (2 * random.nextDouble() - 1);
        Placement placement = placement(window, scale, random.nextDouble() < settings.flip());
        RgbImage placed = placement.image(image);
        RgbImage lit = settings.colorJitter() > 0
                ? ColorJitter.random(settings.colorJitter(), random).apply(placed)
                : placed;
        return new Example(sample.id(), placement.mirrored(), lit, placement.truth(sample.instances()));
    }

    /** A part of the source, pixels. */
    private record Window(int left, int top, int width, int height) {}

    private Placement placement(Window window, double scale, boolean mirrored) {
        ImageSize size = transform.networkSize(window.width, window.height);
        return new Placement(
                window.left,
                window.top,
                window.width,
                window.height,
                Math.max(1, (int) Math.round(size.width() * scale)),
                Math.max(1, (int) Math.round(size.height() * scale)),
                mirrored);
    }

    /** A random window of the image's proportions; where there are objects, one of them lies in it. */
    private static Window crop(CachedSample sample, RandomGenerator random) {
        int imageWidth = sample.image().width();
        int imageHeight = sample.image().height();
        double share = SMALLEST_CROP + (1 - SMALLEST_CROP) * random.nextDouble();
        Box object;
        if (sample.instances().isEmpty()) {
            double x = random.nextDouble() * imageWidth;
            double y = random.nextDouble() * imageHeight;
            object = new Box(x, y, x, y);
        } else {
            Instance chosen =
                    sample.instances().get(random.nextInt(sample.instances().size()));
            object = chosen.box().clippedTo(imageWidth, imageHeight);
        }
        int width = (int) Math.round(Math.min(imageWidth, Math.max(share * imageWidth, object.width() + 2)));
        int height = (int) Math.round(Math.min(imageHeight, Math.max(share * imageHeight, object.height() + 2)));
        return new Window(
                start(object.x1(), object.x2(), width, imageWidth, random),
                start(object.y1(), object.y2(), height, imageHeight, random),
                width,
                height);
    }

    /** Where a window of the given length may start so that it holds {@code from..to} and lies in the image. */
    private static int start(double from, double to, int length, int limit, RandomGenerator random) {
        double low = Math.max(0, Math.min(limit - length, to - length));
        double high = Math.max(low, Math.min(limit - length, from));
        return (int) Math.round(low + (high - low) * random.nextDouble());
    }
}
