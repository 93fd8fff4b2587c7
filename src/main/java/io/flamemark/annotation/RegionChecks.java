package io.flamemark.annotation;

import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.CutRings;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.SelfIntersection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checks of single regions; see {@link ProjectChecks}. */
final class RegionChecks {

    private RegionChecks() {}

    private record Content(Shape shape, Map<String, AttributeValue> attributes) {}

    static FindingList check(ImageEntry image, Project project, ClassScheme classes, String file) {
        FindingList findings = new FindingList(file);
        Optional<Attribute> classAttribute = classes.attribute()
                .map(project.schema().region()::get)
                .filter(a -> !a.options().isEmpty());
        Map<Content, Integer> seen = new HashMap<>();
        List<Region> regions = image.regions();
        for (int i = 0; i < regions.size(); i++) {
            Region region = regions.get(i);
            shape(region.shape(), image, i, findings);
            Integer first = seen.putIfAbsent(new Content(region.shape(), region.attributes()), i);
            if (first != null && !(region.shape() instanceof Shape.Unreadable)) {
                findings.region(
                        Severity.WARNING,
                        "region-twice",
                        image,
                        i,
                        "is the same as region " + (first + 1) + "; one of them can be deleted.");
            }
            if (classAttribute.isPresent()) {
                declaredClass(region, classes.attribute().get(), classAttribute.get(), image, i, findings);
            }
        }
        return findings;
    }

    private static void shape(Shape shape, ImageEntry image, int index, FindingList findings) {
        if (shape instanceof Shape.Unreadable unreadable) {
            findings.region(
                    Severity.ERROR,
                    "region-unreadable",
                    image,
                    index,
                    "cannot be drawn, because " + unreadable.reason() + "; it is kept in the file but not used.");
        } else if (shape instanceof Shape.Polygon polygon) {
            polygon(polygon.outline(), image, index, findings);
        }
    }

    private static void polygon(Polygon outline, ImageEntry image, int index, FindingList findings) {
        if (outline.size() < 3) {
            findings.region(
                    Severity.ERROR,
                    "polygon-too-few-points",
                    image,
                    index,
                    "is a polygon with " + outline.size() + (outline.size() == 1 ? " point" : " points")
                            + " and needs at least 3; it is kept in the file but not used.");
        } else if (isFlat(outline)) {
            findings.region(
                    Severity.ERROR,
                    "polygon-without-area",
                    image,
                    index,
                    "is a polygon without area; it is kept in the file but not used.");
        } else {
            crossing(outline)
                    .ifPresent(at -> findings.region(
                            Severity.WARNING,
                            "polygon-crosses-itself",
                            image,
                            index,
                            "crosses itself near (" + Math.round(at.x()) + ", " + Math.round(at.y())
                                    + "); it is used, but look at it."));
        }
    }

    /** Where an outline crosses itself, other than by the cuts that join holes to it. */
    private static Optional<Point> crossing(Polygon outline) {
        return SelfIntersection.find(outline).isEmpty()
                ? Optional.empty()
                : CutRings.of(outline).stream()
                        .flatMap(ring -> SelfIntersection.find(ring).stream())
                        .findFirst();
    }

    /** Whether all vertices lie on one line. The area will not do: it is 0 for an outline that crosses itself evenly. */
    private static boolean isFlat(Polygon outline) {
        Point a = outline.vertices().get(0);
        Point b = a;
        for (Point p : outline.vertices()) {
            b = squaredDistance(a, p) > squaredDistance(a, b) ? p : b;
        }
        for (Point p : outline.vertices()) {
            if ((b.x() - a.x()) * (p.y() - a.y()) != (b.y() - a.y()) * (p.x() - a.x())) {
                return false;
            }
        }
        return true;
    }

    private static double squaredDistance(Point a, Point b) {
        return (a.x() - b.x()) * (a.x() - b.x()) + (a.y() - b.y()) * (a.y() - b.y());
    }

    private static void declaredClass(
            Region region, String name, Attribute attribute, ImageEntry image, int index, FindingList findings) {
        Optional<String> unknown = ClassScheme.valueOf(region, name)
                .filter(value -> attribute.options().stream().noneMatch(o -> o.id().equals(value)));
        if (unknown.isPresent()) {
            List<String> declared = attribute.options().stream().map(Option::id).toList();
            findings.region(
                    Severity.WARNING,
                    "class-unknown",
                    image,
                    index,
                    "is of the class \"" + unknown.get() + "\", which is none of " + String.join(", ", declared)
                            + "; it is used as a class of its own.");
        }
    }

    /** Compares the regions with the image's frame. */
    static void checkInside(ImageEntry image, Box frame, FindingList findings) {
        for (int i = 0; i < image.regions().size(); i++) {
            Optional<Box> bounds = image.regions().get(i).shape().bounds();
            if (bounds.isEmpty() || isInside(bounds.get(), frame)) {
                continue;
            }
            boolean apart = bounds.get().x2() < frame.x1()
                    || bounds.get().y2() < frame.y1()
                    || bounds.get().x1() > frame.x2()
                    || bounds.get().y1() > frame.y2();
            String size = Math.round(frame.width()) + " x " + Math.round(frame.height());
            if (apart) {
                findings.region(
                        Severity.ERROR,
                        "region-outside",
                        image,
                        i,
                        "lies outside of the image of " + size + " pixels; is it of another image?");
            } else {
                findings.region(
                        Severity.WARNING,
                        "region-partly-outside",
                        image,
                        i,
                        "reaches beyond the image of " + size + " pixels; only the part inside is used.");
            }
        }
    }

    private static boolean isInside(Box inner, Box frame) {
        return inner.x1() >= frame.x1()
                && inner.y1() >= frame.y1()
                && inner.x2() <= frame.x2()
                && inner.y2() <= frame.y2();
    }
}
