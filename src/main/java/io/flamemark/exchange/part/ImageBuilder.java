package io.flamemark.exchange.part;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One image of a {@link ProjectBuilder}. */
public final class ImageBuilder {

    private final ProjectBuilder project;
    private final List<Region> regions = new ArrayList<>();
    private ImageEntry entry;

    ImageBuilder(ProjectBuilder project, ImageEntry entry) {
        this.project = project;
        this.entry = entry;
    }

    /** The image without its regions. */
    public ImageEntry entry() {
        return entry;
    }

    /** Sets an attribute of the image, and declares it where nobody has. */
    public void attribute(String name, AttributeValue value) {
        project.declareFileAttribute(name, value);
        entry = entry.withAttribute(name, value);
    }

    /** The same with a text. */
    public void attribute(String name, String value) {
        attribute(name, new AttributeValue.Text(value));
    }

    /** Keeps the size in pixels that a file declares, for as long as there is no picture to measure. */
    public void declaredSize(long width, long height) {
        if (entry.size() < 0 && width > 0 && height > 0) {
            attribute(Pictures.WIDTH, Long.toString(width));
            attribute(Pictures.HEIGHT, Long.toString(height));
        }
    }

    /** Adds a region, unless its shape makes no sense, which becomes a finding. */
    public void region(Shape shape, RegionAttributes attributes) throws ExchangeException {
        Optional<String> damage = damageOf(shape);
        if (damage.isPresent()) {
            leftOut("region-damaged", "A shape of class \"" + attributes.className() + "\" " + damage.get());
            return;
        }
        Map<String, AttributeValue> values = attributes.values(project.classAttribute());
        regions.add(new Region(project.admit(shape, values), shape, values));
    }

    /** Adds the parts of one object: several get an attribute that holds them together. */
    public void object(List<Shape> parts, RegionAttributes attributes, String group) throws ExchangeException {
        for (Shape part : parts) {
            region(part, parts.size() > 1 ? attributes.with(GroupAttribute.NAME, group) : attributes);
        }
    }

    /** Something of this image that is not taken over; {@code what} is the beginning of a sentence. */
    public void leftOut(String code, String what) {
        project.leftOut(entry, code, what + " in \"" + entry.filename() + "\"; it is left out.");
    }

    /** Something about the region added last. */
    public void warnOfLast(String code, String what) {
        project.warn(entry, regions.size() - 1, code, what);
    }

    /** How many regions were added so far. */
    public int regionCount() {
        return regions.size();
    }

    ImageEntry build() {
        return entry.withRegions(regions);
    }

    private static Optional<String> damageOf(Shape shape) {
        if (shape instanceof Shape.Polygon polygon) {
            int size = polygon.outline().size();
            return size < 3
                    ? Optional.of("has " + size + " of the 3 points a polygon needs")
                    : Outlines.damage(polygon.outline().vertices());
        }
        if (shape instanceof Shape.Polyline line) {
            return line.points().size() < 2
                    ? Optional.of("has fewer than the 2 points a line needs")
                    : Outlines.damage(line.points());
        }
        if (shape instanceof Shape.Rectangle r) {
            return lengths(r.width(), r.height())
                    .or(() -> Outlines.damage(
                            List.of(new Point(r.x(), r.y()), new Point(r.x() + r.width(), r.y() + r.height()))));
        }
        if (shape instanceof Shape.Circle c) {
            return lengths(c.radius(), c.radius()).or(() -> Outlines.damage(List.of(c.centre())));
        }
        if (shape instanceof Shape.Ellipse e) {
            return lengths(e.rx(), e.ry()).or(() -> Outlines.damage(List.of(e.centre())));
        }
        return shape instanceof Shape.PointShape p ? Outlines.damage(List.of(p.at())) : Optional.empty();
    }

    private static Optional<String> lengths(double a, double b) {
        return a > 0 && b > 0 ? Optional.empty() : Optional.of("is " + a + " x " + b + " pixels large");
    }
}
