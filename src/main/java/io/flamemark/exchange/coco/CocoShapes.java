package io.flamemark.exchange.coco;

import io.flamemark.annotation.Shape;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.Outlines;
import io.flamemark.exchange.part.ProjectBuilder;
import io.flamemark.exchange.part.TracedShapes;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonNumber;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.RunLengthMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outlines of one COCO annotation: of its polygons, else its run lengths, else its box, else its key points, which is
 * how VIA writes a point.
 *
 * @param shapes at least one
 * @param filledHoles see {@link TracedShapes}
 */
record CocoShapes(List<Shape> shapes, int filledHoles) {

    private static final int NUMBERS_A_KEY_POINT = 3;

    /** @throws JsonException if there is no outline in it */
    static CocoShapes of(JsonObject annotation, ProjectBuilder project) throws JsonException, ExchangeException {
        JsonValue segmentation = annotation.get("segmentation").orElse(null);
        if (segmentation instanceof JsonObject runs) {
            return traced(CocoSegmentation.runLengths(runs), annotation, project);
        }
        List<Shape> shapes = segmentation instanceof JsonArray parts ? polygons(parts, annotation) : List.of();
        if (shapes.isEmpty()) {
            shapes = box(annotation).map(List::of).orElse(List.of());
        }
        if (shapes.isEmpty()) {
            shapes = keyPoints(annotation);
        }
        if (shapes.isEmpty()) {
            throw new JsonException(annotation.place(), "it has neither an outline nor a box");
        }
        return new CocoShapes(shapes, 0);
    }

    private static CocoShapes traced(RunLengthMask runs, JsonObject annotation, ProjectBuilder project)
            throws JsonException, ExchangeException {
        project.requireRoomFor(2L * runs.counts().length);
        TracedShapes traced = TracedShapes.of(runs.toMask());
        if (traced.shapes().isEmpty()) {
            throw new JsonException(annotation.place(), "its mask is empty");
        }
        return new CocoShapes(traced.shapes(), traced.filledHoles());
    }

    private static List<Shape> polygons(JsonArray parts, JsonObject annotation) throws JsonException {
        List<Shape> shapes = new ArrayList<>();
        for (Polygon part : CocoSegmentation.polygons(parts)) {
            if (part.size() > 0) {
                shapes.add(
                        isItsBox(part, annotation)
                                ? Outlines.rectangleOrPolygon(part.vertices())
                                : Outlines.polygon(part.vertices()));
            }
        }
        return shapes;
    }

    /** VIA's rule for what was a rectangle: four corners that are those of the box. */
    private static boolean isItsBox(Polygon part, JsonObject annotation) throws JsonException {
        return part.size() == 4
                && box(annotation)
                        .flatMap(Shape::bounds)
                        .filter(part.bounds()::equals)
                        .isPresent();
    }

    private static Optional<Shape> box(JsonObject annotation) throws JsonException {
        JsonValue value = annotation.get("bbox").orElse(JsonArray.of(List.of()));
        if (!(value instanceof JsonArray box) || box.size() == 0) {
            return Optional.empty();
        }
        if (box.size() != 4) {
            throw new JsonException(box.place(), "\"bbox\": a box needs 4 numbers, not " + box.size());
        }
        return Optional.of(new Shape.Rectangle(
                box.get(0).asDouble(),
                box.get(1).asDouble(),
                box.get(2).asDouble(),
                box.get(3).asDouble()));
    }

    private static List<Shape> keyPoints(JsonObject annotation) throws JsonException {
        JsonArray numbers = annotation.arrayOrEmpty("keypoints");
        List<Shape> points = new ArrayList<>();
        for (int i = 0; i + 2 < numbers.size(); i += NUMBERS_A_KEY_POINT) {
            if (numbers.get(i + 2) instanceof JsonNumber visible && visible.doubleValue() > 0) {
                points.add(new Shape.PointShape(
                        new Point(numbers.get(i).asDouble(), numbers.get(i + 1).asDouble())));
            }
        }
        return points;
    }
}
