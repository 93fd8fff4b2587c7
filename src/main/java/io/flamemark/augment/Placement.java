package io.flamemark.augment;

import io.flamemark.dataset.Instance;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonClipper;
import io.flamemark.imaging.Resampling;
import io.flamemark.imaging.RgbImage;
import java.util.List;
import java.util.Optional;

/**
 * How a part of an image comes to lie before the network: cut out, scaled, perhaps mirrored. The same for pixels and
 * outlines.
 *
 * @param part pixels of the source
 * @param outWidth of the result, network pixels
 * @param outHeight likewise
 * @param mirrored left to right
 */
record Placement(Window part, int outWidth, int outHeight, boolean mirrored) {

    /** Objects narrower or lower than this in network pixels teach nothing and would upset the box losses. */
    private static final double SMALLEST_SIDE = 2;

    LabelledImage of(LabelledImage source, Resampling resampling) {
        return new LabelledImage(source.id(), image(source.image(), resampling), objects(source.instances()));
    }

    private RgbImage image(RgbImage source, Resampling resampling) {
        RgbImage scaled = resampling.scale(cut(source), outWidth, outHeight);
        return mirrored ? mirror(scaled) : scaled;
    }

    private RgbImage cut(RgbImage source) {
        int width = part.width();
        int height = part.height();
        if (width == source.width() && height == source.height()) {
            return source;
        }
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(source.rgb(), (part.top() + y) * source.width() + part.left(), rgb, y * width, width);
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
    private List<Instance> objects(List<Instance> instances) {
        return instances.stream().map(this::object).flatMap(Optional::stream).toList();
    }

    private Optional<Instance> object(Instance instance) {
        List<Polygon> parts = instance.parts().stream()
                .map(this::outline)
                .filter(outline -> outline.size() > 2)
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Instance placed = new Instance(instance.label(), parts);
        Box box = placed.box();
        return isSeen(box.width(), box.height()) ? Optional.of(placed) : Optional.empty();
    }

    /** Whether an object of so many network pixels is learned from. */
    static boolean isSeen(double width, double height) {
        return width >= SMALLEST_SIDE && height >= SMALLEST_SIDE;
    }

    private Polygon outline(Polygon source) {
        double sx = (double) outWidth / part.width();
        double sy = (double) outHeight / part.height();
        List<Point> placed = source.vertices().stream()
                .map(p -> {
                    double x = (p.x() - part.left()) * sx;
                    return new Point(mirrored ? outWidth - x : x, (p.y() - part.top()) * sy);
                })
                .toList();
        return PolygonClipper.clip(new Polygon(placed), outWidth, outHeight);
    }
}
