package io.flamemark.geometry;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CocoPolygonRasterizerTest {

    /** One line of the frozen cases; made by {@code src/test/reference/coco_masks.py}. */
    private record Case(int width, int height, String counts, List<Polygon> parts) {

        static Case parse(String line) {
            String[] fields = line.split(" ");
            List<Polygon> parts =
                    Arrays.stream(fields[3].split(";")).map(Case::polygon).toList();
            return new Case(Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), fields[2], parts);
        }

        private static Polygon polygon(String text) {
            return Polygon.of(Arrays.stream(text.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray());
        }
    }

    @Test
    @DisplayName("the same pixels and the same string as pycocotools")
    void agreesWithPycocotools() throws IOException {
        List<Case> cases = cases();
        assertTrue(cases.size() > 100);
        assertAll(cases.stream().map(c -> () -> {
            RunLengthMask ours = CocoPolygonRasterizer.rasterize(c.parts(), c.width(), c.height());
            assertEquals(c.counts(), ours.encode(), () -> "polygon " + c);
            assertEquals(ours, RunLengthMask.decode(c.counts(), c.width(), c.height()));
        }));
    }

    @Test
    @DisplayName("is another rule than the pixel-centre one")
    void differsFromPixelCentres() {
        Polygon throughCentres = Polygon.of(0, 0, 3.5, 0, 3.5, 10, 0, 10);
        assertEquals(30, PolygonRasterizer.rasterize(throughCentres, 10, 10).area());
        assertEquals(40, CocoPolygonRasterizer.rasterize(throughCentres, 10, 10).area());
    }

    @Test
    @DisplayName("absurd coordinates end soon and fill what they cover")
    void absurdCoordinates() {
        Polygon huge = Polygon.of(-1e18, -1e18, 1e18, -1e18, 1e18, 1e18, -1e18, 1e18);
        assertEquals(50, CocoPolygonRasterizer.rasterize(huge, 10, 5).area());
    }

    private static List<Case> cases() throws IOException {
        try (InputStream in = CocoPolygonRasterizerTest.class.getResourceAsStream("coco-polygons.txt");
                Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()) {
            return lines.map(Case::parse).toList();
        }
    }
}
