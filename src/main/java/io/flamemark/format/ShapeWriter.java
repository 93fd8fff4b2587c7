package io.flamemark.format;

import io.flamemark.annotation.Shape;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonNumber;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A {@link Shape} to VIA's {@code shape_attributes}. Coordinates are written to a hundredth of a pixel and without a
 * fraction where they are whole; VIA 2 reads both. A number that did not change keeps the literal it was read with, and
 * a polygon that was closed in the file is closed again.
 */
final class ShapeWriter {

    private static final double PIXEL_STEPS = 100;
    private static final double ANGLE_STEPS = 1e6;
    private static final Set<String> KNOWN = Set.of(
            "name", "all_points_x", "all_points_y", "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "theta");

    private final JsonObject before;
    private final boolean closing;
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    private ShapeWriter(JsonObject before, boolean closing) {
        this.before = before;
        this.closing = closing;
    }

    /**
     * A shape that is new to the file.
     *
     * @param closing whether a polygon repeats its first vertex at the end, as VIA 1 does
     */
    static JsonObject write(Shape shape, boolean closing) {
        return write(JsonObject.empty(), shape, closing);
    }

    /** {@code before} with the given shape instead of its own; members VIA does not know stay. */
    static JsonObject patch(JsonObject before, Shape shape) {
        return write(before, shape, isClosed(before));
    }

    private static JsonObject write(JsonObject before, Shape shape, boolean closing) {
        if (shape instanceof Shape.Unreadable) {
            return before;
        }
        ShapeWriter writer = new ShapeWriter(before, closing);
        writer.put(shape);
        return writer.merged();
    }

    private void put(Shape shape) {
        if (shape instanceof Shape.Polygon polygon) {
            points("polygon", polygon.outline().vertices());
        } else if (shape instanceof Shape.Polyline line) {
            points("polyline", line.points());
        } else if (shape instanceof Shape.Rectangle r) {
            name("rect")
                    .pixels("x", r.x())
                    .pixels("y", r.y())
                    .pixels("width", r.width())
                    .pixels("height", r.height());
        } else if (shape instanceof Shape.Circle c) {
            name("circle").centre(c.centre()).pixels("r", c.radius());
        } else if (shape instanceof Shape.Ellipse e) {
            name("ellipse").centre(e.centre()).pixels("rx", e.rx()).pixels("ry", e.ry());
            if (e.theta() != 0 || before.has("theta") || before.size() == 0) {
                members.put("theta", number(before.get("theta").orElse(null), e.theta(), ANGLE_STEPS));
            }
        } else if (shape instanceof Shape.PointShape p) {
            name("point").centre(p.at());
        }
    }

    private ShapeWriter name(String name) {
        members.put("name", JsonValue.of(name));
        return this;
    }

    private ShapeWriter pixels(String key, double value) {
        members.put(key, number(before.get(key).orElse(null), value, PIXEL_STEPS));
        return this;
    }

    private ShapeWriter centre(Point centre) {
        return pixels("cx", centre.x()).pixels("cy", centre.y());
    }

    private void points(String name, List<Point> points) {
        List<Point> all = new ArrayList<>(points);
        if (name.equals("polygon") && !points.isEmpty() && closing) {
            all.add(points.get(0));
        }
        name(name);
        members.put("all_points_x", numbers("all_points_x", all, Point::x));
        members.put("all_points_y", numbers("all_points_y", all, Point::y));
    }

    private static boolean isClosed(JsonObject before) {
        return before.get("all_points_x").orElse(null) instanceof JsonArray xs
                && before.get("all_points_y").orElse(null) instanceof JsonArray ys
                && xs.size() > 2
                && ys.size() == xs.size()
                && sameNumber(xs.get(0), xs.get(xs.size() - 1))
                && sameNumber(ys.get(0), ys.get(ys.size() - 1));
    }

    private static boolean sameNumber(JsonValue a, JsonValue b) {
        return a instanceof JsonNumber x && b instanceof JsonNumber y && x.doubleValue() == y.doubleValue();
    }

    private JsonArray numbers(String key, List<Point> points, ToDoubleFunction<Point> coordinate) {
        JsonArray old = before.get(key).orElse(null) instanceof JsonArray array ? array : JsonArray.of(List.of());
        List<JsonValue> next = new ArrayList<>(points.size());
        for (int i = 0; i < points.size(); i++) {
            JsonValue was = i < old.size() ? old.get(i) : null;
            next.add(number(was, coordinate.applyAsDouble(points.get(i)), PIXEL_STEPS));
        }
        return old.withElements(next);
    }

    private static JsonValue number(JsonValue was, double value, double steps) {
        if (was instanceof JsonNumber number && number.doubleValue() == value) {
            return was;
        }
        return JsonNumber.of(Math.rint(value * steps) / steps);
    }

    /** The old object with the new members in the old order, without what only the old shape had. */
    private JsonObject merged() {
        List<JsonMember> next = new ArrayList<>();
        for (JsonMember member : before.members()) {
            JsonValue value = members.remove(member.key());
            if (value != null) {
                next.add(value.equals(member.value()) ? member : member.withValue(value));
            } else if (!KNOWN.contains(member.key())) {
                next.add(member);
            }
        }
        members.forEach((key, value) -> next.add(new JsonMember(key, value)));
        return before.withMembers(next);
    }
}
