package io.flamemark.maskrcnn.train;

import io.flamemark.dataset.Instance;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.ImageScaler;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.roi.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * How a part of an image comes to lie before the network: cut out, scaled, perhaps mirrored. The same for pixels and
 * outlines.
 *
 * @param left of the part, pixels of the source
 * @param top likewise
 * @param width of the part, pixels of the source
 * @param height likewise
 * @param outWidth of the result, network pixels
 * @param outHeight likewise
 * @param mirrored left to right
 */
record Placement(int left, int top, int width, int height, int outWidth, int outHeight, boolean mirrored) {

    /** Objects narrower or lower than this in network pixels teach nothing and would upset the box losses. */
    private static final double SMALLEST_SIDE = 2;

    RgbImage image(RgbImage source) {
        RgbImage scaled = ImageScaler.scale(cut(source), outWidth, outHeight);
        return mirrored ? mirror(scaled) : scaled;
    }

    private RgbImage cut(RgbImage source) {
        if (width == source.width() && height == source.height()) {
            return source;
        }
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(source.rgb(), (top + y) * source.width() + left, rgb, y * width, width);
        }
        return new RgbImage(width, height, rgb);
    }

    private static RgbImage mirror(RgbImage image) {
        int width = image.width();
        int[] rgb = new int[image.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            int x = i % width;
            rgb[i - x + width - 1 - x] = image.rgb()[i];
        }
        return new RgbImage(width, image.height(), rgb);
    }

    /** The objects as far as they are inside the part; what is left too small is dropped. */
    Truth truth(List<Instance> instances) {
        List<Box> boxes = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<List<Polygon>> outlines = new ArrayList<>();
        for (Instance instance : instances) {
            List<Polygon> parts = instance.parts().stream()
                    .map(this::outline)
                    .filter(part -> part.size() > 2)
                    .toList();
            if (parts.isEmpty()) {
                continue;
            }
            Box box = new Instance(instance.label(), parts).box();
            if (box.width() >= SMALLEST_SIDE && box.height() >= SMALLEST_SIDE) {
                boxes.add(box);
                labels.add(instance.label());
                outlines.add(parts);
            }
        }
        return new Truth(
                flat(boxes), labels.stream().mapToInt(Integer::intValue).toArray(), outlines);
    }

    private Polygon outline(Polygon source) {
        double sx = (double) outWidth / width;
        double sy = (double) outHeight / height;
        List<Point> placed = source.vertices().stream()
                .map(p -> {
                    double x = (p.x() - left) * sx;
                    return new Point(mirrored ? outWidth - x : x, (p.y() - top) * sy);
                })
                .toList();
        return RectangleClip.clip(new Polygon(placed), outWidth, outHeight);
    }

    private static float[] flat(List<Box> boxes) {
        float[] flat = new float[4 * boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            flat[4 * i] = (float) boxes.get(i).x1();
            flat[4 * i + 1] = (float) boxes.get(i).y1();
            flat[4 * i + 2] = (float) boxes.get(i).x2();
            flat[4 * i + 3] = (float) boxes.get(i).y2();
        }
        return flat;
    }
}
