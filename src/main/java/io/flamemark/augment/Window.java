package io.flamemark.augment;

import io.flamemark.geometry.Box;
import java.util.random.RandomGenerator;

/** A part of an image, pixels. */
record Window(int left, int top, int width, int height) {

    /** A crop keeps at least this share of each side. */
    private static final double SMALLEST_SHARE = 0.5;

    static Window whole(LabelledImage image) {
        return new Window(0, 0, image.image().width(), image.image().height());
    }

    /** About the image's proportions; where there are objects, one of them lies in it whole. */
    static Window crop(LabelledImage source, RandomGenerator random) {
        int imageWidth = source.image().width();
        int imageHeight = source.image().height();
        double share = SMALLEST_SHARE + (1 - SMALLEST_SHARE) * random.nextDouble();
        Box object = target(source, random);
        int width = (int) Math.round(Math.min(imageWidth, Math.max(share * imageWidth, object.width() + 2)));
        int height = (int) Math.round(Math.min(imageHeight, Math.max(share * imageHeight, object.height() + 2)));
        return around(object, width, height, source, random);
    }

    /** The largest of the given proportions, or up to half as large; at an object where there are some. */
    static Window ofShape(LabelledImage source, double widthByHeight, RandomGenerator random) {
        double share = SMALLEST_SHARE + (1 - SMALLEST_SHARE) * random.nextDouble();
        double widest = Math.min(source.image().width(), source.image().height() * widthByHeight);
        int width = (int) Math.max(1, Math.floor(share * widest));
        int height = (int) Math.max(1, Math.floor(share * widest / widthByHeight));
        return around(target(source, random), width, height, source, random);
    }

    /** The box of an object, or a random place where there is none. */
    private static Box target(LabelledImage source, RandomGenerator random) {
        int imageWidth = source.image().width();
        int imageHeight = source.image().height();
        if (source.instances().isEmpty()) {
            double x = random.nextDouble() * imageWidth;
            double y = random.nextDouble() * imageHeight;
            return new Box(x, y, x, y);
        }
        int chosen = random.nextInt(source.instances().size());
        return source.instances().get(chosen).box().clippedTo(imageWidth, imageHeight);
    }

    private static Window around(Box object, int width, int height, LabelledImage source, RandomGenerator random) {
        return new Window(
                start(object.x1(), object.x2(), width, source.image().width(), random),
                start(object.y1(), object.y2(), height, source.image().height(), random),
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
