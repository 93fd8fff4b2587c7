package io.flamemark.app.train.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.app.train.history.ModelComparison.Change;
import io.flamemark.dataset.Instance;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {

    private static final Instance FIRE = new Instance(1, List.of(Polygon.of(5, 5, 25, 5, 25, 25, 5, 25)));
    private static final Sample FIRST = sample("first", List.of(FIRE));
    private static final Sample SECOND = sample("second", List.of(FIRE));
    private static final Sample EMPTY = sample("empty", List.of());

    private static Sample sample(String name, List<Instance> instances) {
        return new Sample(name, Path.of(name + ".jpg"), 40, 40, instances);
    }

    private static Detections square(double x, double y, double side) {
        Polygon square = Polygon.of(x, y, x + side, y, x + side, y + side, x, y + side);
        Mask mask = PolygonRasterizer.rasterize(square, 40, 40);
        return new Detections(List.of(new Detection(1, 0.9, square.bounds(), mask)));
    }

    @Test
    @DisplayName("each image is better, the same or worse, a false alarm counts, and the whole follows COCO's AP")
    void perImage() {
        Map<String, Detections> earlier = Map.of("first", square(5, 5, 20), "empty", square(5, 5, 20));
        Map<String, Detections> later = Map.of("first", square(5, 5, 20), "second", square(5, 5, 20));
        ModelComparison result = ModelComparison.of(List.of(FIRST, SECOND, EMPTY), earlier, later);
        assertEquals(
                List.of(Change.SAME, Change.BETTER, Change.BETTER),
                result.images().stream().map(ModelComparison.Image::change).toList());
        assertEquals(1.0, result.later().maskAp(), 1e-9);
        assertEquals(Change.BETTER, result.overall());
        assertEquals(
                Change.WORSE,
                ModelComparison.of(List.of(FIRST, SECOND, EMPTY), later, earlier)
                        .overall());
    }

    @Test
    @DisplayName("an object that was found less well makes an image worse")
    void looser() {
        ModelComparison result = ModelComparison.of(
                List.of(FIRST), Map.of("first", square(5, 5, 20)), Map.of("first", square(5, 5, 25)));
        assertEquals(1, result.count(Change.WORSE));
        assertEquals(1.0, result.images().get(0).earlier(), 1e-9);
    }

    @Test
    @DisplayName("images without an outline do not say which model is better, only where a false alarm is")
    void notMeasured() {
        ModelComparison result = ModelComparison.of(List.of(EMPTY), Map.of("empty", square(5, 5, 20)), Map.of());
        assertEquals("There are no outlines to judge the models by", ComparisonWords.title(result));
        assertEquals(
                "Without outlines on the validation images only false alarms are told."
                        + " Of 1 image, 1 better, 0 the same, 0 worse.",
                ComparisonWords.figures(result));
    }
}
