package io.flamemark.format.journal;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.edit.Edit;
import io.flamemark.edit.EditSession;
import io.flamemark.edit.Gesture;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Does to a project, at random, everything a person can do; the same seed does the same. */
final class RandomEdits {

    private final Random random;
    private final EditSession session;

    RandomEdits(EditSession session, long seed) {
        this.session = session;
        this.random = new Random(seed);
    }

    /** One edit, undo or redo that changes something. */
    void next() {
        for (int tries = 0; ; tries++) {
            if (tries > 1000) {
                throw new IllegalStateException("nothing left to do");
            }
            Object before = session.project();
            step();
            if (session.project() != before) {
                return;
            }
        }
    }

    private void step() {
        int dice = random.nextInt(12);
        if (dice == 0) {
            session.undo();
        } else if (dice == 1) {
            session.redo();
        } else {
            session.apply(edit(dice));
        }
    }

    private Edit edit(int dice) {
        List<ImageEntry> images = session.project().images();
        if (images.isEmpty() || dice == 2) {
            return add();
        }
        ImageEntry image = images.get(random.nextInt(images.size()));
        if (image.regions().isEmpty() || dice <= 5) {
            return new Edit.AddRegions(image.id(), List.of(region()), "draw \u706b");
        }
        RegionId region =
                image.regions().get(random.nextInt(image.regions().size())).id();
        return switch (dice) {
            case 6 -> new Edit.DeleteRegions(image.id(), Set.of(region));
            case 7 -> new Edit.SetShape(image.id(), region, shape(), "reshape", gesture());
            case 8 -> new Edit.MoveRegions(image.id(), Set.of(region), coordinate(), -0.0, gesture());
            case 9 -> new Edit.SetRegionAttribute(image.id(), Set.of(region), "class", value());
            case 10 ->
                random.nextInt(4) > 0
                        ? new Edit.SetFileAttribute(Set.of(image.id()), "split", value())
                        : new Edit.RemoveImages(Set.of(image.id()));
            default ->
                new Edit.Compound(
                        "both",
                        List.of(
                                new Edit.SetSchema(schema(), "declare"),
                                new Edit.SetRegionAttribute(image.id(), Set.of(region), "a\"b\n", value())));
        };
    }

    private Edit add() {
        String name = "feu \u00e9t\u00e9 " + random.nextInt(1_000_000) + ".jpg";
        return new Edit.AddImages(
                List.of(new ImageEntry(new ImageId(name), name, random.nextInt(1 << 20), List.of(), Map.of())));
    }

    private Gesture gesture() {
        return random.nextBoolean() ? Gesture.NONE : random.nextBoolean() ? session.newGesture() : new Gesture(1);
    }

    private Region region() {
        return new Region(session.newRegionId(), shape(), Map.of("class", new AttributeValue.Text("fire")));
    }

    private Shape shape() {
        return switch (random.nextInt(6)) {
            case 0 -> new Shape.Rectangle(coordinate(), coordinate(), 5, 0.25);
            case 1 -> new Shape.Circle(point(), 3.25);
            case 2 -> new Shape.Ellipse(point(), 1, 2, coordinate());
            case 3 -> new Shape.Polyline(List.of(point(), point()));
            case 4 -> new Shape.PointShape(point());
            default -> polygon();
        };
    }

    private Shape polygon() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 3 + random.nextInt(5); i++) {
            points.add(point());
        }
        return new Shape.Polygon(new Polygon(points));
    }

    private Point point() {
        return new Point(coordinate(), coordinate());
    }

    private double coordinate() {
        return Math.rint(random.nextDouble() * 1e5) / 100 - 100;
    }

    private Optional<AttributeValue> value() {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new AttributeValue.Choices(Map.of("hot", true, "smoke " + random.nextInt(9), false)));
            case 2 -> Optional.of(new AttributeValue.Verbatim("[1,{\"a\":null}]"));
            default -> Optional.of(new AttributeValue.Text("t" + random.nextInt(1000)));
        };
    }

    private AttributeSchema schema() {
        Map<String, Attribute> region =
                new LinkedHashMap<>(session.project().schema().region());
        region.put(
                "n" + random.nextInt(100),
                new Attribute(Type.DROPDOWN, "d", List.of(new Option("o", "x")), List.of("o")));
        return new AttributeSchema(region, session.project().schema().file());
    }
}
