package io.flamemark.exchange.part;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.FindingList;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.annotation.ShapeOutline;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What formats of areas call an object: one region, or all of an image that share class and {@link GroupAttribute}.
 *
 * @param regions indices within the image, one for each part
 * @param parts outlines as they are in the project
 * @param attributes of its first region, without class and group
 */
public record AreaObject(
        String className, List<Integer> regions, List<Polygon> parts, Map<String, AttributeValue> attributes) {

    private record Key(String className, String group) {}

    /** The objects of an image in drawing order; regions that enclose no area are left out, which is a finding each. */
    public static List<AreaObject> of(ImageEntry image, ClassScheme classes, FindingList losses) {
        Map<Key, AreaObject> objects = new LinkedHashMap<>();
        for (int i = 0; i < image.regions().size(); i++) {
            Region region = image.regions().get(i);
            Optional<Polygon> outline = outline(image, i, losses);
            if (outline.isPresent()) {
                String className = classes.classOf(region);
                Key key = new Key(className, GroupAttribute.of(region).orElse("\0" + i));
                objects.computeIfAbsent(key, k -> empty(className, others(region, classes)))
                        .add(i, outline.get());
            }
        }
        return List.copyOf(objects.values());
    }

    private static AreaObject empty(String className, Map<String, AttributeValue> attributes) {
        return new AreaObject(className, new ArrayList<>(), new ArrayList<>(), attributes);
    }

    private void add(int region, Polygon part) {
        regions.add(region);
        parts.add(part);
    }

    /** The index of the region to name in messages. */
    public int first() {
        return regions.get(0);
    }

    /** What a region says beyond its class and group. */
    public static Map<String, AttributeValue> others(Region region, ClassScheme classes) {
        Map<String, AttributeValue> others = new LinkedHashMap<>(region.attributes());
        classes.attribute().ifPresent(others::remove);
        others.remove(GroupAttribute.NAME);
        return others;
    }

    /** The outline of a region that encloses an area; what had to be done to get one is a finding. */
    public static Optional<Polygon> outline(ImageEntry image, int index, FindingList losses) {
        Shape shape = image.regions().get(index).shape();
        Optional<Polygon> outline = ShapeOutline.polygonOf(shape);
        Optional<String> reason = whyNot(shape, outline);
        if (reason.isPresent()) {
            losses.region(
                    Severity.ERROR,
                    "region-left-out",
                    image,
                    index,
                    reason.get() + ", which the format has no place for; it is left out.");
            return Optional.empty();
        }
        if (shape instanceof Shape.Circle || shape instanceof Shape.Ellipse) {
            String name = shape instanceof Shape.Circle ? "a circle" : "an ellipse";
            losses.region(
                    Severity.WARNING,
                    "shape-as-polygon",
                    image,
                    index,
                    "is " + name + "; it is written as a polygon of "
                            + outline.get().size() + " points.");
        }
        return outline;
    }

    private static Optional<String> whyNot(Shape shape, Optional<Polygon> outline) {
        if (shape instanceof Shape.Unreadable unreadable) {
            return Optional.of("cannot be understood, because " + unreadable.reason());
        }
        if (outline.isEmpty()) {
            return Optional.of(shape instanceof Shape.Polyline ? "is an open line" : "is a single point");
        }
        List<Point> points = outline.get().vertices();
        return points.size() < 3 || !points.stream().allMatch(Point::isFinite)
                ? Optional.of("is a polygon of " + points.size() + " points")
                : Optional.empty();
    }
}
