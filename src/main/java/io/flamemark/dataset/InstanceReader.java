package io.flamemark.dataset;

import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.annotation.ShapeOutline;
import io.flamemark.geometry.CocoPolygonRasterizer;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonClipper;
import io.flamemark.imaging.ImageDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the regions of one image into instances, cut at the image's border; says which it leaves out and why. */
final class InstanceReader {

    /** Annotators let outlines run a little over the border; that is not worth a word. */
    private static final double BORDER_TOLERANCE = 1;

    private final ClassScheme scheme;
    private final LabelMap labels;
    private final Findings findings;

    InstanceReader(ClassScheme scheme, LabelMap labels, Findings findings) {
        this.scheme = scheme;
        this.labels = labels;
        this.findings = findings;
    }

    List<Instance> read(ImageEntry image, ImageDecoder.Size size) {
        List<Instance> instances = new ArrayList<>();
        for (int index = 0; index < image.regions().size(); index++) {
            Region region = image.regions().get(index);
            int label = labels.indexOf(scheme.classOf(region));
            outline(region.shape(), index, size)
                    .ifPresent(polygon -> instances.add(new Instance(label, List.of(polygon))));
        }
        return instances;
    }

    private Optional<Polygon> outline(Shape shape, int index, ImageDecoder.Size size) {
        Optional<Polygon> outline = ShapeOutline.polygonOf(shape);
        if (shape instanceof Shape.Unreadable unreadable) {
            return leftOut(index, "region-unreadable", "cannot be read, because " + unreadable.reason());
        }
        if (outline.isEmpty()) {
            String what = shape instanceof Shape.Polyline ? "an open line" : "a single point";
            return leftOut(index, "shape-without-area", "is " + what + " and encloses nothing");
        }
        Polygon polygon = outline.get();
        if (!polygon.vertices().stream().allMatch(Point::isFinite)) {
            return leftOut(index, "polygon-not-finite", "has a coordinate that is not a number");
        }
        if (polygon.size() < 3) {
            return leftOut(
                    index,
                    "polygon-too-few-points",
                    "has %s of the 3 points a polygon needs".formatted(polygon.size()));
        }
        return insideImage(polygon, index, size);
    }

    private Optional<Polygon> insideImage(Polygon polygon, int index, ImageDecoder.Size size) {
        Polygon clipped = PolygonClipper.clip(polygon, size.width(), size.height());
        if (clipped.size() == 0) {
            return leftOut(index, "region-outside", "lies outside the image of " + size + " pixels");
        }
        if (CocoPolygonRasterizer.rasterize(clipped, size.width(), size.height())
                        .area()
                == 0) {
            return leftOut(index, "polygon-without-area", "covers no pixel");
        }
        if (polygon.vertices().stream().anyMatch(p -> isFarOutside(p, size))) {
            findings.region(
                    Severity.WARNING,
                    "region-partly-outside",
                    index,
                    "reaches beyond the image of " + size + " pixels; the part inside is used");
        }
        return Optional.of(clipped);
    }

    private static boolean isFarOutside(Point p, ImageDecoder.Size size) {
        return p.x() < -BORDER_TOLERANCE
                || p.y() < -BORDER_TOLERANCE
                || p.x() > size.width() + BORDER_TOLERANCE
                || p.y() > size.height() + BORDER_TOLERANCE;
    }

    private Optional<Polygon> leftOut(int index, String code, String what) {
        findings.region(Severity.ERROR, code, index, what + "; it is left out");
        return Optional.empty();
    }
}
