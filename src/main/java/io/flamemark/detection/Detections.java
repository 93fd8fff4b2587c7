package io.flamemark.detection;

import java.util.Comparator;
import java.util.List;

/** What was found in one image, by falling score. */
public record Detections(List<Detection> all) {

    public Detections {
        all = all.stream()
                .sorted(Comparator.comparingDouble(Detection::score).reversed())
                .toList();
    }

    public static Detections none() {
        return new Detections(List.of());
    }

    /** Those with at least the given score. */
    public Detections atLeast(double score) {
        return new Detections(all.stream().filter(d -> d.score() >= score).toList());
    }

    public int size() {
        return all.size();
    }
}
