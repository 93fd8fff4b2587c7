package io.flamemark.exchange.via3;

import io.flamemark.annotation.Shape;
import io.flamemark.exchange.part.Outlines;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/** VIA 3's {@code xy}: the number of a shape and its coordinates in one list. An ellipse has no angle there. */
final class Via3Shapes {

    private static final int POINT = 1;
    private static final int RECTANGLE = 2;
    private static final int CIRCLE = 3;
    private static final int ELLIPSE = 4;
    private static final int LINE = 5;
    private static final int POLYLINE = 6;
    private static final int POLYGON = 7;
    private static final int RECTANGLE_BY_EXTREMES = 8;
    private static final int CIRCLE_BY_EXTREMES = 9;

    private Via3Shapes() {}

    static Shape read(JsonArray xy) throws JsonException {
        return switch (xy.get(0).asInt()) {
            case POINT -> new Shape.PointShape(points(xy, 1).get(0));
            case RECTANGLE -> {
                double[] v = numbers(xy, 4);
                yield new Shape.Rectangle(v[0], v[1], v[2], v[3]);
            }
            case CIRCLE -> {
                double[] v = numbers(xy, 3);
                yield new Shape.Circle(new Point(v[0], v[1]), v[2]);
            }
            case ELLIPSE -> {
                double[] v = numbers(xy, 4);
                yield new Shape.Ellipse(new Point(v[0], v[1]), v[2], v[3], 0);
            }
            case LINE, POLYLINE -> new Shape.Polyline(points(xy, 2));
            case POLYGON -> Outlines.polygon(points(xy, 3));
            case RECTANGLE_BY_EXTREMES -> around(points(xy, 4));
            case CIRCLE_BY_EXTREMES -> through(points(xy, 3), xy);
            default -> throw new JsonException(xy.place(), xy.get(0) + " is no shape of VIA 3");
        };
    }

    private static double[] numbers(JsonArray xy, int least) throws JsonException {
        if (xy.size() - 1 < least) {
            throw new JsonException(xy.place(), "it has " + (xy.size() - 1) + " of the " + least + " numbers it needs");
        }
        double[] numbers = new double[xy.size() - 1];
        int i = 0;
        for (JsonValue value : xy.elements().subList(1, xy.size())) {
            numbers[i++] = value.asDouble();
        }
        return numbers;
    }

    private static List<Point> points(JsonArray xy, int least) throws JsonException {
        double[] numbers = numbers(xy, 2 * least);
        if (numbers.length % 2 != 0) {
            throw new JsonException(xy.place(), "it has an odd number of coordinates");
        }
        List<Point> points = new ArrayList<>(numbers.length / 2);
        for (int i = 0; i < numbers.length; i += 2) {
            points.add(new Point(numbers[i], numbers[i + 1]));
        }
        return points;
    }

    private static Shape around(List<Point> extremes) {
        Box box = Box.around(extremes);
        return new Shape.Rectangle(box.x1(), box.y1(), box.width(), box.height());
    }

    /** The circle through three points. */
    private static Shape through(List<Point> points, JsonArray xy) throws JsonException {
        Point a = points.get(0);
        double bx = points.get(1).x() - a.x();
        double by = points.get(1).y() - a.y();
        double cx = points.get(2).x() - a.x();
        double cy = points.get(2).y() - a.y();
        double twice = 2 * (bx * cy - by * cx);
        if (twice == 0) {
            throw new JsonException(xy.place(), "its three points lie on one line");
        }
        double b = bx * bx + by * by;
        double c = cx * cx + cy * cy;
        Point centre = a.plus((cy * b - by * c) / twice, (bx * c - cx * b) / twice);
        return new Shape.Circle(centre, centre.distanceTo(a));
    }
}
