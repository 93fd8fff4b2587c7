package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.dataset.Instance;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Polygon SQUARE = Polygon.of(10, 10, 30, 10, 30, 30, 10, 30);

    @Test
    @DisplayName("a sample found exactly and one missed: half the truth is recalled")
    void oneOfTwo() {
        List<Sample> samples = List.of(sample("a", SQUARE), sample("b", SQUARE));
        Evaluation.Result result = Evaluation.evaluate(samples, Map.of("a", found(SQUARE), "elsewhere", found(SQUARE)));
        assertEquals(51 / 101.0, result.mask().ap50(), 1e-12);
        assertEquals(0.5, result.box().ar100(), 1e-12);
        assertEquals(
                new Scores(
                        result.mask().ap(),
                        result.mask().ap50(),
                        result.box().ap(),
                        result.box().ap50(),
                        0.5),
                result.toScores());
    }

    @Test
    @DisplayName("a negative sample makes a detection on it a false alarm")
    void negative() {
        List<Sample> samples = List.of(new Sample("empty", Path.of("e.jpg"), 100, 80, List.of()), sample("a", SQUARE));
        Detections sure = found(SQUARE);
        assertEquals(1, Evaluation.evaluate(samples, Map.of("a", sure)).mask().ap(), 1e-12);
        assertEquals(
                0.5,
                Evaluation.evaluate(samples, Map.of("a", sure, "empty", sure))
                        .mask()
                        .ap(),
                1e-12);
    }

    @Test
    @DisplayName("outlines beyond the image are compared inside it only")
    void clipped() {
        Polygon over = Polygon.of(90, 70, 140, 70, 140, 120, 90, 120);
        Polygon inside = Polygon.of(90, 70, 100, 70, 100, 80, 90, 80);
        Evaluation.Result result = Evaluation.evaluate(List.of(sample("a", over)), Map.of("a", found(inside)));
        assertEquals(1, result.mask().ap(), 1e-12);
        assertEquals(1, result.box().ap(), 1e-12);
    }

    private static Sample sample(String id, Polygon outline) {
        return new Sample(id, Path.of(id + ".jpg"), 100, 80, List.of(new Instance(1, List.of(outline))));
    }

    private static Detections found(Polygon outline) {
        return new Detections(
                List.of(new Detection(1, 0.9, outline.bounds(), PolygonRasterizer.rasterize(outline, 100, 80))));
    }
}
