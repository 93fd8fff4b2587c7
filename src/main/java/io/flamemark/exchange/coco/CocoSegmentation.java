package io.flamemark.exchange.coco;

import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonNumber;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.RunLengthMask;
import io.flamemark.imaging.ImageDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * The two forms of COCO's {@code segmentation}: flat lists of coordinates, one a part, or run lengths. Source: the COCO
 * data format and pycocotools, {@code COCO.annToRLE}.
 */
public final class CocoSegmentation {

    private CocoSegmentation() {}

    /**
     * The parts as they stand; a part may have too few points to be an outline. The single flat list that VIA 2.0.8
     * wrote counts as one part.
     */
    public static List<Polygon> polygons(JsonArray parts) throws JsonException {
        if (parts.size() > 0 && parts.get(0) instanceof JsonNumber) {
            return List.of(polygon(parts));
        }
        List<Polygon> polygons = new ArrayList<>();
        for (JsonValue part : parts) {
            polygons.add(polygon(part.asArray()));
        }
        return polygons;
    }

    private static Polygon polygon(JsonArray numbers) throws JsonException {
        if (numbers.size() % 2 != 0) {
            throw new JsonException(
                    numbers.place(), "\"segmentation\": an odd number of coordinates: " + numbers.size());
        }
        double[] flat = new double[numbers.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = numbers.get(i).asDouble();
        }
        return Polygon.of(flat);
    }

    /** Compressed or plain run lengths with their size: {@code {"size": [height, width], "counts": ...}}. */
    public static RunLengthMask runLengths(JsonObject object) throws JsonException {
        JsonArray size = object.array("size");
        if (size.size() != 2) {
            throw new JsonException(size.place(), "\"size\": expected height and width");
        }
        int height = size.get(0).asInt();
        int width = size.get(1).asInt();
        if ((long) height * width > ImageDecoder.DEFAULT_PIXEL_LIMIT) {
            throw new JsonException(size.place(), "\"size\": no picture has " + width + "x" + height + " pixels");
        }
        JsonValue counts = object.get("counts").orElse(JsonArray.of(List.of()));
        try {
            return counts instanceof JsonString text
                    ? RunLengthMask.decode(text.value(), width, height)
                    : RunLengthMask.ofCounts(plain(counts.asArray()), width, height);
        } catch (IllegalArgumentException e) {
            throw new JsonException(counts.place(), "\"counts\": " + e.getMessage());
        }
    }

    private static int[] plain(JsonArray counts) throws JsonException {
        int[] runs = new int[counts.size()];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = counts.get(i).asInt();
        }
        return runs;
    }
}
