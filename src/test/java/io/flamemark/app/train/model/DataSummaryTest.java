package io.flamemark.app.train.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Finding;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DataSummaryTest {

    private static Finding finding(Finding.Severity severity, String message) {
        return new Finding(severity, "code", "p.json", Optional.empty(), OptionalInt.empty(), message);
    }

    @Test
    @DisplayName("images and outlines are counted per split")
    void counts() {
        DataSummary summary = DataSummary.of(MemoryFiles.dataset(20, 1, 0), List.of());
        assertEquals("20 images, 20 outlines", summary.train().words());
        assertEquals("1 image, 1 outline", summary.validation().words());
        assertTrue(summary.canTrain() && summary.warnings().isEmpty());
    }

    @Test
    @DisplayName("no training image, or none with an outline, prevents training and says what to do")
    void obstacles() {
        assertTrue(DataSummary.of(MemoryFiles.dataset(0, 3, 0), List.of())
                .obstacle()
                .text()
                .contains("no training image"));
        Sample bare = new Sample("a", Path.of("a.jpg"), 10, 10, List.of());
        Dataset unlabelled = new Dataset(new LabelMap(List.of("fire")), List.of(bare), List.of(), List.of());
        DataSummary summary = DataSummary.of(unlabelled, List.of());
        assertFalse(summary.canTrain());
        assertEquals("a", summary.obstacle().image().orElseThrow().key(), "where to draw one");
    }

    @Test
    @DisplayName("missing validation is a warning, not an obstacle")
    void noValidation() {
        DataSummary summary = DataSummary.of(MemoryFiles.dataset(8, 0, 0), List.of());
        assertTrue(summary.canTrain());
        assertTrue(summary.warnings().get(0).text().startsWith("No validation images"));
    }

    @Test
    @DisplayName("notes are left out and a long list of findings is cut with a count")
    void findings() {
        List<Finding> many = new java.util.ArrayList<>(IntStream.range(0, 8)
                .mapToObj(i -> finding(Finding.Severity.WARNING, "warning " + i))
                .toList());
        many.add(finding(Finding.Severity.INFO, "a note"));
        List<DataNote> warnings =
                DataSummary.of(MemoryFiles.dataset(8, 2, 0), many).warnings();
        assertEquals(6, warnings.size());
        assertTrue(warnings.get(5).text().startsWith("3 more"));
    }
}
