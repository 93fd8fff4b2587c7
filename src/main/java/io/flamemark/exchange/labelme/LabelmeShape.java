package io.flamemark.exchange.labelme;

import io.flamemark.annotation.Shape;
import io.flamemark.exchange.part.Borders;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.Outlines;
import io.flamemark.exchange.part.ProjectBuilder;
import io.flamemark.exchange.part.TracedShapes;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Point;
import io.flamemark.imaging.ImageReadException;
import io.flamemark.imaging.LabelImage;
import io.flamemark.imaging.LabelImages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;

/**
 * One shape of labelme: {@code polygon}, {@code rectangle} (two corners; four in X-AnyLabeling), {@code circle} (centre
 * and a point on it), {@code line}, {@code linestrip}, {@code point}, {@code points}, {@code mask} (a PNG in a box),
 * {@code rotation} (X-AnyLabeling's turned box).
 *
 * @param parts at least one
 * @param filledHoles see {@link TracedShapes}
 */
record LabelmeShape(List<Shape> parts, int filledHoles) {

    static LabelmeShape of(JsonObject object, ProjectBuilder project, Path file)
            throws JsonException, ExchangeException {
        List<Point> points = points(object.array("points"));
        String type = object.stringOr("shape_type", "polygon");
        return switch (type) {
            case "polygon", "rotation" -> one(Outlines.polygon(points));
            case "rectangle" -> one(rectangle(points, object));
            case "circle" -> one(circle(points, object));
            case "line", "linestrip" -> one(new Shape.Polyline(points));
            case "point", "points" -> new LabelmeShape(someOf(points, object), 0);
            case "mask" -> mask(points, object, project, file);
            default -> throw new JsonException(object.place(), "\"shape_type\": there is no " + type);
        };
    }

    private static LabelmeShape one(Shape shape) {
        return new LabelmeShape(List.of(shape), 0);
    }

    private static List<Point> points(JsonArray list) throws JsonException {
        List<Point> points = new ArrayList<>(list.size());
        for (JsonValue item : list) {
            JsonArray pair = item.asArray();
            if (pair.size() != 2) {
                throw new JsonException(pair.place(), "\"points\": a point needs 2 numbers, not " + pair.size());
            }
            points.add(new Point(pair.get(0).asDouble(), pair.get(1).asDouble()));
        }
        return points;
    }

    private static List<Shape> someOf(List<Point> points, JsonObject object) throws JsonException {
        require(!points.isEmpty(), object, "no point");
        return points.stream().<Shape>map(Shape.PointShape::new).toList();
    }

    private static Shape rectangle(List<Point> points, JsonObject object) throws JsonException {
        require(points.size() == 2 || points.size() == 4, object, points.size() + " points for a rectangle");
        Box box = Box.around(points);
        return new Shape.Rectangle(box.x1(), box.y1(), box.width(), box.height());
    }

    private static Shape circle(List<Point> points, JsonObject object) throws JsonException {
        require(points.size() == 2, object, points.size() + " points for a circle");
        double radius = Outlines.rounded(points.get(0).distanceTo(points.get(1)));
        return new Shape.Circle(points.get(0), radius);
    }

    private static LabelmeShape mask(List<Point> points, JsonObject object, ProjectBuilder project, Path file)
            throws JsonException, ExchangeException {
        require(points.size() == 2 && Outlines.damage(points).isEmpty(), object, "no box for its mask");
        LabelImage picture = picture(object, file);
        BitSet bits = new BitSet();
        for (int i = 0; i < picture.values().length; i++) {
            bits.set(i, picture.values()[i] != 0);
        }
        Box box = Box.around(points);
        Mask mask =
                new Mask((int) Math.rint(box.x1()), (int) Math.rint(box.y1()), picture.width(), picture.height(), bits);
        project.requireRoomFor(Borders.count(mask));
        TracedShapes traced = TracedShapes.of(mask);
        require(!traced.shapes().isEmpty(), object, "an empty mask");
        return new LabelmeShape(traced.shapes(), traced.filledHoles());
    }

    private static LabelImage picture(JsonObject object, Path file) throws JsonException {
        try {
            return LabelImages.decode(file, Base64.getMimeDecoder().decode(object.string("mask")));
        } catch (ImageReadException | IllegalArgumentException e) {
            throw new JsonException(object.place(), "\"mask\": " + e.getMessage());
        }
    }

    private static void require(boolean holds, JsonObject object, String what) throws JsonException {
        if (!holds) {
            throw new JsonException(object.place(), "it has " + what);
        }
    }
}
