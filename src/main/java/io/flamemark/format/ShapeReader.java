package io.flamemark.format;

import io.flamemark.annotation.Shape;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonNumber;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.Arrays;

/** VIA's {@code shape_attributes} to a {@link Shape}; what makes no sense becomes {@link Shape.Unreadable}. */
final class ShapeReader {

    /** No picture is that wide; larger numbers are damage. */
    private static final double LARGEST = 1e7;

    private static final int MOST_POINTS = 1_000_000;

    private ShapeReader() {}

    /** Why a shape cannot be understood. */
    private static final class Damage extends Exception {
        private static final long serialVersionUID = 1L;

        Damage(String reason) {
            super(reason, null, false, false);
        }
    }

    static Shape read(JsonValue json) {
        if (!(json instanceof JsonObject object)) {
            return new Shape.Unreadable(
                    "", json == null ? "it has no shape_attributes" : "its shape is " + json.kind());
        }
        String name = object.get("name").orElse(null) instanceof JsonString text ? text.value() : "";
        try {
            return readNamed(name, object);
        } catch (Damage e) {
            return new Shape.Unreadable(name, e.getMessage());
        }
    }

    private static Shape readNamed(String name, JsonObject json) throws Damage {
        return switch (name) {
            case "polygon" -> new Shape.Polygon(Polygon.of(opened(points(json))));
            case "polyline" -> new Shape.Polyline(Polygon.of(points(json)).vertices());
            case "rect" ->
                new Shape.Rectangle(
                        number(json, "x"), number(json, "y"), length(json, "width"), length(json, "height"));
            case "circle" -> new Shape.Circle(centre(json), length(json, "r"));
            case "ellipse" ->
                new Shape.Ellipse(
                        centre(json),
                        length(json, "rx"),
                        length(json, "ry"),
                        json.has("theta") ? number(json, "theta") : 0);
            case "point" -> new Shape.PointShape(centre(json));
            case "" -> throw new Damage("its shape has no name");
            default -> throw new Damage("\"" + name + "\" is no shape of VIA");
        };
    }

    /** VIA 1.x repeats the first vertex at the end. */
    private static double[] opened(double[] points) {
        int last = points.length - 2;
        boolean closed = last > 2 && points[0] == points[last] && points[1] == points[last + 1];
        return closed ? Arrays.copyOf(points, last) : points;
    }

    /** x and y by turns. */
    private static double[] points(JsonObject json) throws Damage {
        JsonArray xs = list(json, "all_points_x");
        JsonArray ys = list(json, "all_points_y");
        if (xs.size() != ys.size()) {
            throw new Damage("all_points_x has " + xs.size() + " numbers but all_points_y has " + ys.size());
        }
        if (xs.size() > MOST_POINTS) {
            throw new Damage("it has " + xs.size() + " points, more than " + MOST_POINTS);
        }
        double[] points = new double[2 * xs.size()];
        put(xs, "all_points_x", points, 0);
        put(ys, "all_points_y", points, 1);
        return points;
    }

    private static void put(JsonArray list, String key, double[] points, int offset) throws Damage {
        double[] numbers = list.doubles();
        for (int i = 0; i < numbers.length; i++) {
            if (!isCoordinate(numbers[i])) {
                throw notCoordinate(list.get(i), key + "[" + i + "]");
            }
            points[2 * i + offset] = numbers[i];
        }
    }

    private static JsonArray list(JsonObject json, String key) throws Damage {
        JsonValue value = json.get(key).orElseThrow(() -> new Damage(key + " is missing"));
        if (value instanceof JsonArray array) {
            return array;
        }
        throw new Damage(key + " is " + value.kind() + " instead of a list");
    }

    private static Point centre(JsonObject json) throws Damage {
        return new Point(number(json, "cx"), number(json, "cy"));
    }

    private static double length(JsonObject json, String key) throws Damage {
        double length = number(json, key);
        if (length <= 0) {
            throw new Damage(key + " is " + json.get(key).orElseThrow() + " instead of a length");
        }
        return length;
    }

    private static double number(JsonObject json, String key) throws Damage {
        JsonValue value = json.get(key).orElseThrow(() -> new Damage(key + " is missing"));
        if (value instanceof JsonNumber number && isCoordinate(number.doubleValue())) {
            return number.doubleValue();
        }
        throw notCoordinate(value, key);
    }

    /** Whether it is a number, and may be in a picture. */
    private static boolean isCoordinate(double value) {
        return Math.abs(value) <= LARGEST;
    }

    private static Damage notCoordinate(JsonValue value, String name) {
        return new Damage(
                value instanceof JsonNumber number
                        ? name + " is " + number.literal() + ", which is in no picture"
                        : name + " is " + value.kind() + " instead of a number");
    }
}
