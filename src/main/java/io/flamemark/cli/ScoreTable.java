package io.flamemark.cli;

import io.flamemark.detection.CocoScores;
import io.flamemark.detection.IouKind;
import io.flamemark.files.JsonObject;
import io.flamemark.run.Evaluation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The figures of an evaluation, for people and for programs. */
final class ScoreTable {

    private final Map<String, CocoScores> columns = new LinkedHashMap<>();

    /** @param only the one kind to show; null for both */
    ScoreTable(Evaluation.Result result, IouKind only) {
        if (only != IouKind.BOX) {
            columns.put("mask", result.mask());
        }
        if (only != IouKind.MASK) {
            columns.put("box", result.box());
        }
    }

    /** Full precision, -1 where undefined. */
    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder();
        columns.forEach((name, scores) -> {
            JsonObject.Builder figures = JsonObject.builder();
            scores.byName().forEach(figures::put);
            json.put(name, figures.build());
        });
        return json.build();
    }

    /** A row a figure, three digits, a dash where undefined. */
    String toText() {
        StringBuilder text = new StringBuilder("%-8s".formatted(""));
        columns.keySet().forEach(name -> text.append("%8s".formatted(name)));
        CocoScores any = columns.values().iterator().next();
        for (String figure : any.byName().keySet()) {
            text.append("\n%-8s".formatted(figure));
            columns.values()
                    .forEach(scores ->
                            text.append("%8s".formatted(cell(scores.byName().get(figure)))));
        }
        return text.toString();
    }

    /** One figure as people read it. */
    static String cell(double value) {
        return value < 0 ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
