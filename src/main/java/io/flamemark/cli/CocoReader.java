package io.flamemark.cli;

import io.flamemark.detection.CocoBox;
import io.flamemark.detection.CocoDetection;
import io.flamemark.detection.CocoTruth;
import io.flamemark.exchange.coco.CocoSegmentation;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.CocoPolygonRasterizer;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.RunLengthMask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads COCO's annotation and result files for evaluation, the way pycocotools reads them ({@code COCO},
 * {@code COCO.loadRes}, {@code COCO.annToRLE}).
 */
final class CocoReader {

    private final Map<Long, Size> images = new HashMap<>();

    private record Size(int width, int height) {}

    /** All objects of an annotation file. */
    List<CocoTruth> truths(Path file) throws IOException {
        JsonObject root = JsonDocument.read(file).root().asObject();
        for (JsonValue item : root.array("images")) {
            JsonObject image = item.asObject();
            images.put(image.longInteger("id"), new Size(image.integer("width"), image.integer("height")));
        }
        List<CocoTruth> truths = new ArrayList<>();
        for (JsonValue item : root.array("annotations")) {
            truths.add(truth(item.asObject()));
        }
        return truths;
    }

    /** All results; to be read after the truth, which knows the images. */
    List<CocoDetection> detections(Path file) throws IOException {
        JsonArray results = JsonDocument.read(file).root().asArray();
        // pycocotools decides by the first result whether areas come from boxes or from masks.
        boolean boxes = results.size() > 0 && hasBox(results.get(0).asObject());
        List<CocoDetection> detections = new ArrayList<>();
        for (JsonValue item : results) {
            detections.add(detection(item.asObject(), boxes));
        }
        return detections;
    }

    private CocoTruth truth(JsonObject object) throws JsonException {
        long image = object.longInteger("image_id");
        RunLengthMask mask = mask(object, sizeOf(object, image));
        CocoBox box = hasBox(object) ? box(object) : CocoBox.of(mask.bounds());
        return new CocoTruth(
                object.longInteger("id"),
                image,
                object.integer("category_id"),
                object.numberOr("area", mask.area()),
                object.integerOr("iscrowd", 0) == 1,
                box,
                mask);
    }

    private CocoDetection detection(JsonObject object, boolean boxes) throws JsonException {
        long image = object.longInteger("image_id");
        Size size = sizeOf(object, image);
        RunLengthMask mask = object.has("segmentation") ? mask(object, size) : rectangle(box(object), size);
        CocoBox box = boxes ? box(object) : CocoBox.of(mask.bounds());
        return new CocoDetection(
                image,
                object.integer("category_id"),
                object.number("score"),
                boxes ? box.area() : mask.area(),
                box,
                mask);
    }

    private Size sizeOf(JsonObject object, long image) throws JsonException {
        Size size = images.get(image);
        if (size == null) {
            throw new JsonException(object.place(), "there is no image " + image + " in the truth");
        }
        return size;
    }

    private static boolean hasBox(JsonObject object) throws JsonException {
        return object.arrayOrEmpty("bbox").size() == 4;
    }

    private static CocoBox box(JsonObject object) throws JsonException {
        JsonArray box = object.array("bbox");
        if (box.size() != 4) {
            throw new JsonException(box.place(), "a box needs 4 numbers, not " + box.size());
        }
        return new CocoBox(
                box.get(0).asDouble(),
                box.get(1).asDouble(),
                box.get(2).asDouble(),
                box.get(3).asDouble());
    }

    /** Polygons, run lengths or compressed run lengths; no mask where there is none of these. */
    private static RunLengthMask mask(JsonObject object, Size size) throws JsonException {
        JsonValue value = object.get("segmentation").orElse(JsonArray.of(List.of()));
        return value instanceof JsonArray polygons
                ? CocoPolygonRasterizer.rasterize(CocoSegmentation.polygons(polygons), size.width(), size.height())
                : CocoSegmentation.runLengths(value.asObject());
    }

    private static RunLengthMask rectangle(CocoBox box, Size size) {
        Box b = Box.ofXywh(box.x(), box.y(), box.width(), box.height());
        Polygon corners = Polygon.of(b.x1(), b.y1(), b.x1(), b.y2(), b.x2(), b.y2(), b.x2(), b.y1());
        return CocoPolygonRasterizer.rasterize(List.of(corners), size.width(), size.height());
    }
}
