package io.flamemark.augment;

import io.flamemark.dataset.Instance;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.Resampling;
import io.flamemark.imaging.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Four images side by side in one, each a part at about half its size (the mosaics of YOLOv4, Bochkovskiy and others
 * 2020, without their empty borders).
 *
 * @param width of the whole, network pixels
 * @param height likewise
 * @param right where the right column begins
 * @param lower where the lower row begins
 */
record Mosaic(int width, int height, int right, int lower) {

    /** No tile is narrower or lower than this share of the whole. */
    private static final double SMALLEST_TILE = 0.3;

    /** With its corner at a random place about the middle. */
    static Mosaic random(ImageDecoder.Size size, RandomGenerator random) {
        return new Mosaic(size.width(), size.height(), corner(size.width(), random), corner(size.height(), random));
    }

    private static int corner(int length, RandomGenerator random) {
        double share = SMALLEST_TILE + (1 - 2 * SMALLEST_TILE) * random.nextDouble();
        return Math.max(1, Math.min(length - 1, (int) Math.round(share * length)));
    }

    /**
     * @param four upper left, upper right, lower left, lower right
     * @param flip chance that a tile is mirrored
     */
    LabelledImage of(List<LabelledImage> four, double flip, Resampling resampling, RandomGenerator random) {
        int[] rgb = new int[width * height];
        List<Instance> objects = new ArrayList<>();
        for (int i = 0; i < four.size(); i++) {
            Window tile = tile(i);
            Window part = Window.ofShape(four.get(i), (double) tile.width() / tile.height(), random);
            LabelledImage placed = new Placement(part, tile.width(), tile.height(), random.nextDouble() < flip)
                    .of(four.get(i), resampling);
            paint(placed.image(), tile, rgb);
            placed.instances().forEach(one -> objects.add(moved(one, tile)));
        }
        return new LabelledImage(four.get(0).id() + " in a mosaic", new RgbImage(width, height, rgb), objects);
    }

    private Window tile(int number) {
        boolean isRight = number % 2 == 1;
        boolean isLower = number > 1;
        return new Window(
                isRight ? right : 0,
                isLower ? lower : 0,
                isRight ? width - right : right,
                isLower ? height - lower : lower);
    }

    private void paint(RgbImage image, Window tile, int[] rgb) {
        for (int y = 0; y < tile.height(); y++) {
            System.arraycopy(image.rgb(), y * tile.width(), rgb, (tile.top() + y) * width + tile.left(), tile.width());
        }
    }

    private static Instance moved(Instance instance, Window tile) {
        return new Instance(
                instance.label(),
                instance.parts().stream()
                        .map(part -> part.translated(tile.left(), tile.top()))
                        .toList());
    }
}
