package io.flamemark.exchange.geojson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Finding;
import io.flamemark.exchange.Foreign;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("GeoJSON")
class GeoJsonTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("every shape is a feature in pixels; rings are closed and run as RFC 7946 wants")
    void everything() throws IOException {
        Path file = folder.resolve("a.geojson");
        List<Finding> losses =
                Foreign.exporter("geojson").write(Foreign.everything(), Foreign.pictures(folder, "a.png"), file);
        assertEquals(List.of("shape-as-polygon", "shape-as-polygon", "image-left-out"), Foreign.codes(losses));
        JsonObject root = JsonValue.parse("a", Files.readString(file)).asObject();
        assertEquals("FeatureCollection", root.string("type"));
        assertTrue(root.string("coordinates").contains("y down"));
        List<String> types = new ArrayList<>();
        for (JsonValue feature : root.array("features")) {
            JsonObject geometry = feature.asObject().object("geometry");
            types.add(geometry.string("type"));
            if (geometry.string("type").equals("Polygon")) {
                JsonArray ring = geometry.array("coordinates").get(0).asArray();
                assertEquals(ring.get(0), ring.get(ring.size() - 1));
                assertTrue(polygon(ring).signedArea() > 0);
            }
        }
        assertEquals(
                List.of("Polygon", "Polygon", "Polygon", "Polygon", "LineString", "Point", "Polygon", "Polygon"),
                types);
        JsonObject circle = root.array("features").get(2).asObject().object("properties");
        assertEquals(7.5, circle.number("radius"));
        assertEquals("a.png", circle.string("image"));
        assertEquals(64, circle.integer("imageWidth"));
        assertEquals("fire", circle.string("class"));
        assertEquals("val", circle.object("imageAttributes").string("split"));
        JsonObject part = root.array("features").get(7).asObject().object("properties");
        assertEquals("7", part.string("group"));
        assertEquals(
                List.of("note", "seen"), List.copyOf(part.object("attributes").keys()));
    }

    private static Polygon polygon(JsonArray ring) throws IOException {
        List<Point> points = new ArrayList<>();
        for (JsonValue position : ring) {
            JsonArray pair = position.asArray();
            points.add(new Point(pair.get(0).asDouble(), pair.get(1).asDouble()));
        }
        return new Polygon(points);
    }
}
