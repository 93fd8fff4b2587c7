package io.flamemark.format;

import io.flamemark.annotation.Shape;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonNumber;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.ArrayList;
import java.util.List;

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
            case "polygon" -> new Shape.Polygon(new Polygon(opened(points(json))));
            case "polyline" -> new Shape.Polyline(points(json));
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
    private static List<Point> opened(List<Point> points) {
        return isClosed(points) ? points.subList(0, points.size() - 1) : points;
    }

    static boolean isClosed(List<Point> points) {
        return points.size() > 2 && points.get(0).equals(points.get(points.size() - 1));
    }

    private static List<Point> points(JsonObject json) throws Damage {
        JsonArray xs = list(json, "all_points_x");
        JsonArray ys = list(json, "all_points_y");
        if (xs.size() != ys.size()) {
            throw new Damage("all_points_x has " + xs.size() + " numbers but all_points_y has " + ys.size());
        }
        if (xs.size() > MOST_POINTS) {
            throw new Damage("it has " + xs.size() + " points, more than " + MOST_POINTS);
        }
        List<Point> points = new ArrayList<>(xs.size());
        for (int i = 0; i < xs.size(); i++) {
            points.add(new Point(coordinate(xs, i, "all_points_x"), coordinate(ys, i, "all_points_y")));
        }
        return points;
    }

    private static double coordinate(JsonArray list, int index, String key) throws Damage {
        JsonValue value = list.get(index);
        double coordinate = coordinate(value);
        if (Double.isNaN(coordinate)) {
            throw notCoordinate(value, key + "[" + index + "]");
        }
        return coordinate;
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
        double coordinate = coordinate(value);
        if (Double.isNaN(coordinate)) {
            throw notCoordinate(value, key);
        }
        return coordinate;
    }

    /** The number, or NaN where it is none or in no picture. */
    private static double coordinate(JsonValue value) {
        double coordinate = value instanceof JsonNumber number ? number.doubleValue() : Double.NaN;
        return Math.abs(coordinate) <= LARGEST ? coordinate : Double.NaN;
    }

    private static Damage notCoordinate(JsonValue value, String name) {
        return new Damage(
                value instanceof JsonNumber number
                        ? name + " is " + number.literal() + ", which is in no picture"
                        : name + " is " + value.kind() + " instead of a number");
    }
}
