package io.flamemark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Finding;
import io.flamemark.geometry.Polygon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SceneSplitTest {

    private static final LabelMap LABELS = new LabelMap(List.of("fire"));
    private static final Instance FIRE = new Instance(1, List.of(Polygon.of(1, 1, 9, 1, 5, 9)));

    private final Map<String, PictureHash> hashes = new HashMap<>();
    private final Random random = new Random(6);

    private Sample sample(String name, long bits) {
        hashes.put(name, new PictureHash(bits, bits ^ 0x5555555555555555L));
        return new Sample(name, Path.of("images", name), 10, 10, List.of(FIRE));
    }

    /** Frames of a film whose camera moves: each differs from the one before by six bits. */
    private List<Sample> film(String name, int frames) {
        List<Sample> film = new ArrayList<>();
        long bits = random.nextLong();
        for (int i = 0; i < frames; i++) {
            film.add(sample("%s_%04d.jpg".formatted(name, 25 * i), bits));
            for (int flip = 0; flip < 6; flip++) {
                bits ^= 1L << random.nextInt(64);
            }
        }
        return film;
    }

    private static Dataset onlyTrain(List<Sample> samples) {
        return new Dataset(LABELS, samples, List.of(), List.of());
    }

    private static String split(SceneSplit proposed, Sample sample) {
        return proposed.splits().get(sample.id());
    }

    @Test
    @DisplayName("frames of a film stay together and about a fifth of the images validate")
    void filmsStayTogether() {
        List<List<Sample>> films = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            films.add(film("film" + (char) ('a' + i), 5 + i % 3));
        }
        List<Sample> all = films.stream().flatMap(List::stream).collect(Collectors.toList());
        SceneSplit proposed = SceneSplit.propose(onlyTrain(all), hashes);
        assertEquals(12, proposed.scenes());
        for (List<Sample> film : films) {
            assertEquals(
                    1,
                    film.stream()
                            .map(frame -> split(proposed, frame))
                            .distinct()
                            .count(),
                    "one side a film");
        }
        assertEquals(all.size(), proposed.splits().size());
        assertEquals(0.2, (double) proposed.count("val") / all.size(), 0.1);
        assertTrue(proposed.count("test") > 0 && proposed.count("train") > all.size() / 2);
        Collections.shuffle(all, random);
        assertEquals(proposed, SceneSplit.propose(onlyTrain(all), hashes), "whatever the order");
    }

    @Test
    @DisplayName("photographs numbered one after the other but of different fires are scenes of their own")
    void numbersAloneSayNothing() {
        List<Sample> photos = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            photos.add(sample("IMG_%04d.jpg".formatted(i), random.nextLong()));
        }
        SceneSplit proposed = SceneSplit.propose(onlyTrain(photos), hashes);
        assertEquals(8, proposed.scenes());
        assertEquals(2, proposed.count("val"));
        assertEquals(0, proposed.count("test"), "too few scenes to put some aside");
    }

    @Test
    @DisplayName("where all is one scene there is nothing to divide")
    void oneScene() {
        SceneSplit proposed = SceneSplit.propose(onlyTrain(film("only", 9)), hashes);
        assertFalse(proposed.isUseful());
        assertEquals(9, proposed.count("train"));
    }

    @Test
    @DisplayName("what is for the test stays so, and takes the rest of its scene along")
    void testStays() {
        List<Sample> film = film("tested", 4);
        List<Sample> others = List.of(sample("x.jpg", random.nextLong()), sample("y.jpg", random.nextLong()));
        List<Sample> train = new ArrayList<>(film.subList(1, 4));
        train.addAll(others);
        SceneSplit proposed = SceneSplit.propose(new Dataset(LABELS, train, List.of(), film.subList(0, 1)), hashes);
        film.forEach(frame -> assertEquals("test", split(proposed, frame)));
        assertEquals(1, proposed.count("val"));
        assertEquals(1, proposed.count("train"));
    }

    @Test
    @DisplayName("the same picture on both sides is found, and named with both files")
    void leaks() {
        Sample taught = sample("taught.jpg", 0x0f0f);
        Sample judge = sample("judge.jpg", 0x0f0e);
        Sample other = sample("other.jpg", ~0L);
        Dataset dataset = new Dataset(LABELS, List.of(other, taught), List.of(judge), List.of());
        List<Finding> leaks = TrainingChecks.leaks(dataset, hashes, "p.json");
        assertEquals(1, leaks.size());
        assertEquals("judge.jpg", leaks.get(0).image().orElseThrow().key());
        assertTrue(leaks.get(0).message().contains("judge.jpg")
                && leaks.get(0).message().contains("taught.jpg"));
        SceneSplit mended = SceneSplit.propose(dataset, hashes);
        assertEquals(split(mended, taught), split(mended, judge));
    }

    @Test
    @DisplayName("counts alone tell of nothing to learn from, few examples, and nothing to validate with")
    void counts() {
        Sample bare = new Sample("bare", Path.of("bare.jpg"), 10, 10, List.of());
        assertEquals(List.of("train-without-outline"), codes(onlyTrain(List.of(bare))));
        assertEquals(
                List.of("class-with-few-examples", "validation-empty"),
                codes(onlyTrain(List.of(sample("a", 1), sample("b", 2)))));
        assertEquals(
                "a",
                TrainingChecks.counts(onlyTrain(List.of(bare, sample("a", 1))), "p.json")
                        .get(0)
                        .image()
                        .orElseThrow()
                        .key(),
                "leads to one of the few");
        List<Sample> enough = film("f", 6);
        assertEquals(
                List.of("validation-without-outline"), codes(new Dataset(LABELS, enough, List.of(bare), List.of())));
        assertEquals(List.of(), codes(new Dataset(LABELS, enough, enough, List.of())));
    }

    private static List<String> codes(Dataset dataset) {
        return TrainingChecks.counts(dataset, "p.json").stream()
                .map(Finding::code)
                .toList();
    }
}
