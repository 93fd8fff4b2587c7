package io.flamemark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.geometry.Polygon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "1, 1, 0, 0", "2, 1, 1, 0", "5, 4, 1, 0", "10, 7, 2, 1", "100, 70, 20, 10"})
    void shares(int all, int train, int validation, int test) {
        Split split = Split.byHash(samples("fire", all, true));
        assertEquals(
                List.of(train, validation, test),
                List.of(
                        split.train().size(),
                        split.validation().size(),
                        split.test().size()));
    }

    @Test
    @DisplayName("each sample once, whatever their order")
    void deterministic() {
        List<Sample> samples = new ArrayList<>(samples("fire", 23, true));
        Split split = Split.byHash(samples);
        Collections.reverse(samples);
        assertEquals(split, Split.byHash(samples));
        Set<Sample> all = new HashSet<>(split.train());
        all.addAll(split.validation());
        all.addAll(split.test());
        assertEquals(23, all.size());
    }

    @Test
    @DisplayName("validation has samples with and without objects")
    void bothKinds() {
        List<Sample> samples = new ArrayList<>(samples("fire", 4, true));
        samples.addAll(samples("forest", 20, false));
        List<Sample> validation = Split.byHash(samples).validation();
        assertEquals(
                1, validation.stream().filter(s -> !s.instances().isEmpty()).count());
        assertEquals(4, validation.stream().filter(s -> s.instances().isEmpty()).count());
    }

    private static List<Sample> samples(String name, int count, boolean withObject) {
        Instance object = new Instance(1, List.of(Polygon.of(0, 0, 5, 0, 5, 5)));
        return IntStream.range(0, count)
                .mapToObj(
                        i -> new Sample(name + i, Path.of(name + i), 10, 10, withObject ? List.of(object) : List.of()))
                .toList();
    }
}
