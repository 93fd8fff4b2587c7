package io.flamemark.detection;

import io.flamemark.geometry.RunLengthMask;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Truths, detections and pycocotools' twelve figures for them, made by {@code src/test/reference/coco_scores.py}.
 *
 * @param byMask the detections with the areas of their masks, as pycocotools has them for results without a box
 * @param byBox the same with the areas of their boxes
 */
record FrozenCocoSet(
        String name,
        List<CocoTruth> truths,
        List<CocoDetection> byMask,
        List<CocoDetection> byBox,
        double[] mask,
        double[] box) {

    private static final int WIDTH = 150;
    private static final int HEIGHT = 120;

    static List<FrozenCocoSet> all() throws IOException {
        List<FrozenCocoSet> sets = new ArrayList<>();
        try (InputStream in = FrozenCocoSet.class.getResourceAsStream("coco-scores.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String section : text.split("(?m)^set ")) {
                if (!section.isBlank()) {
                    sets.add(parse(section.lines().toList()));
                }
            }
        }
        return sets;
    }

    private static FrozenCocoSet parse(List<String> lines) {
        return new FrozenCocoSet(
                lines.get(0),
                fields(lines, "truth").map(FrozenCocoSet::truth).toList(),
                fields(lines, "found").map(f -> found(f, 4)).toList(),
                fields(lines, "found").map(f -> found(f, 5)).toList(),
                fields(lines, "mask").map(FrozenCocoSet::figures).findFirst().orElseThrow(),
                fields(lines, "box").map(FrozenCocoSet::figures).findFirst().orElseThrow());
    }

    private static Stream<String[]> fields(List<String> lines, String kind) {
        return lines.stream().map(line -> line.split(" ")).filter(f -> f[0].equals(kind));
    }

    private static CocoTruth truth(String[] f) {
        return new CocoTruth(
                Long.parseLong(f[1]),
                Long.parseLong(f[2]),
                Integer.parseInt(f[3]),
                Double.parseDouble(f[4]),
                f[5].equals("1"),
                box(f, 6),
                RunLengthMask.decode(f[10], WIDTH, HEIGHT));
    }

    private static CocoDetection found(String[] f, int areaField) {
        return new CocoDetection(
                Long.parseLong(f[1]),
                Integer.parseInt(f[2]),
                Double.parseDouble(f[3]),
                Double.parseDouble(f[areaField]),
                box(f, 6),
                RunLengthMask.decode(f[10], WIDTH, HEIGHT));
    }

    private static CocoBox box(String[] f, int from) {
        return new CocoBox(
                Double.parseDouble(f[from]),
                Double.parseDouble(f[from + 1]),
                Double.parseDouble(f[from + 2]),
                Double.parseDouble(f[from + 3]));
    }

    private static double[] figures(String[] f) {
        return Arrays.stream(f).skip(1).mapToDouble(Double::parseDouble).toArray();
    }
}
