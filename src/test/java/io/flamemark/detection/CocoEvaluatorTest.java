package io.flamemark.detection;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.flamemark.geometry.RunLengthMask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CocoEvaluatorTest {

    private static final int SIDE = 200;

    @TestFactory
    @DisplayName("the twelve figures of pycocotools")
    Stream<DynamicTest> agreesWithPycocotools() throws IOException {
        return FrozenCocoSet.all().stream()
                .map(set -> dynamicTest(
                        set.name(),
                        () -> assertAll(
                                () -> assertFigures(set.mask(), set.truths(), set.byMask(), IouKind.MASK),
                                () -> assertFigures(set.box(), set.truths(), set.byBox(), IouKind.BOX))));
    }

    @Test
    @DisplayName("what is found exactly scores 1 in every figure that is defined")
    void perfect() {
        CocoScores scores = score(List.of(truth(1, 0, 0, 0, 20, 20)), List.of(found(0, 0.9, 0, 0, 20, 20)));
        assertEquals(1, scores.ap(), 1e-12);
        assertEquals(1, scores.apSmall(), 1e-12);
        assertEquals(-1, scores.apLarge());
        assertEquals(1, scores.ar1(), 1e-12);
        assertEquals(1, scores.meanIou());
    }

    @Test
    @DisplayName("an IoU of exactly one half counts at the first threshold only")
    void half() {
        CocoScores scores = score(List.of(truth(1, 0, 0, 0, 20, 20)), List.of(found(0, 0.9, 0, 0, 20, 10)));
        assertEquals(1, scores.ap50(), 1e-12);
        assertEquals(0, scores.ap75());
        assertEquals(0.1, scores.ap(), 1e-12);
        assertEquals(0.5, scores.meanIou());
    }

    @Test
    @DisplayName("truth and nothing found: 0; nothing at all or only false alarms: undefined")
    void empty() {
        assertEquals(0, score(List.of(truth(1, 0, 0, 0, 20, 20)), List.of()).ap());
        assertEquals(0, score(List.of(truth(1, 0, 0, 0, 20, 20)), List.of()).ar100());
        assertEquals(-1, score(List.of(), List.of()).ap());
        assertEquals(-1, score(List.of(), List.of(found(0, 0.9, 0, 0, 5, 5))).ap50());
        assertEquals(-1, score(List.of(), List.of()).meanIou());
    }

    @Test
    @DisplayName("a second detection of the same object is a false alarm, but costs nothing once all is found")
    void duplicate() {
        CocoTruth truth = truth(1, 0, 0, 0, 20, 20);
        CocoTruth later = truth(2, 1, 0, 0, 20, 20);
        CocoDetection first = found(0, 0.9, 0, 0, 20, 20);
        CocoDetection second = found(0, 0.8, 0, 0, 20, 20);
        assertEquals(1, score(List.of(truth), List.of(first, second)).ap(), 1e-12);
        CocoScores scores = score(List.of(truth, later), List.of(first, second, found(1, 0.7, 0, 0, 20, 20)));
        assertEquals((51 + 50 * 2 / 3.0) / 101, scores.ap(), 1e-12);
    }

    @Test
    @DisplayName("equal scores keep the order of the images")
    void ties() {
        List<CocoTruth> truths = List.of(truth(1, 3, 0, 0, 20, 20));
        CocoDetection right = found(3, 0.5, 0, 0, 20, 20);
        assertEquals(1, score(truths, List.of(found(4, 0.5, 0, 0, 9, 9), right)).ap(), 1e-12);
        assertEquals(
                0.5, score(truths, List.of(right, found(2, 0.5, 0, 0, 9, 9))).ap(), 1e-12);
    }

    @Test
    @DisplayName("detections on a crowd are neither right nor wrong, and a crowd need not be found")
    void crowd() {
        CocoTruth fire = truth(1, 0, 0, 0, 20, 20);
        CocoTruth crowd =
                new CocoTruth(2, 0, 1, 2500, true, new CocoBox(100, 100, 50, 50), rectangle(100, 100, 50, 50));
        List<CocoDetection> found =
                List.of(found(0, 0.9, 110, 110, 10, 10), found(0, 0.8, 120, 120, 10, 10), found(0, 0.7, 0, 0, 20, 20));
        assertEquals(1, score(List.of(fire, crowd), found).ap(), 1e-12);
        assertEquals(1, score(List.of(fire, crowd), found).meanIou(), 1e-12);
    }

    @Test
    @DisplayName("an object of 1024 pixels is small and medium")
    void borderArea() {
        CocoScores scores = score(List.of(truth(1, 0, 0, 0, 32, 32)), List.of(found(0, 0.9, 0, 0, 32, 32)));
        assertEquals(1, scores.apSmall(), 1e-12);
        assertEquals(1, scores.apMedium(), 1e-12);
        assertEquals(-1, scores.apLarge());
    }

    @Test
    @DisplayName("a match with truth id 0 counts as a false alarm, as in pycocotools")
    void idZero() {
        assertEquals(
                0,
                score(List.of(truth(0, 0, 0, 0, 20, 20)), List.of(found(0, 0.9, 0, 0, 20, 20)))
                        .ap());
    }

    @Test
    @DisplayName("a mask of another size never matches")
    void otherSize() {
        RunLengthMask small = RunLengthMask.ofCounts(new int[] {0, 100}, 10, 10);
        CocoDetection found = new CocoDetection(0, 1, 0.9, 100, new CocoBox(0, 0, 10, 10), small);
        assertEquals(
                0, score(List.of(truth(1, 0, 0, 0, 10, 10)), List.of(found)).ap());
    }

    private static CocoScores score(List<CocoTruth> truths, List<CocoDetection> found) {
        return CocoEvaluator.evaluate(truths, found, IouKind.MASK);
    }

    private static CocoTruth truth(long id, long image, int x, int y, int width, int height) {
        return new CocoTruth(
                id, image, 1, width * height, false, new CocoBox(x, y, width, height), rectangle(x, y, width, height));
    }

    private static CocoDetection found(long image, double score, int x, int y, int width, int height) {
        return new CocoDetection(
                image, 1, score, width * height, new CocoBox(x, y, width, height), rectangle(x, y, width, height));
    }

    private static RunLengthMask rectangle(int x, int y, int width, int height) {
        int[] counts = new int[2 * width + 1];
        counts[0] = x * SIDE + y;
        for (int i = 0; i < width; i++) {
            counts[2 * i + 1] = height;
            counts[2 * i + 2] = SIDE - height;
        }
        counts[2 * width] = SIDE * SIDE - (x + width - 1) * SIDE - y - height;
        return RunLengthMask.ofCounts(counts, SIDE, SIDE);
    }

    private static void assertFigures(
            double[] expected, List<CocoTruth> truths, List<CocoDetection> found, IouKind kind) {
        List<Double> figures = new ArrayList<>(
                CocoEvaluator.evaluate(truths, found, kind).byName().values());
        double[] actual = figures.stream().limit(12).mapToDouble(d -> d).toArray();
        assertArrayEquals(expected, actual, 1e-12, kind.name());
    }
}
