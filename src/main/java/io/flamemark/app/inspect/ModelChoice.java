package io.flamemark.app.inspect;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunSummary;
import io.flamemark.run.Scores;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A trained model to look with.
 *
 * @param name for the person
 * @param weights a run directory, a model folder or a weights file
 */
public record ModelChoice(String name, Path weights) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    public static ModelChoice of(RunDirectory run) {
        return new ModelChoice(run.id(), run.root());
    }

    /** A run by its name, or when it was, its preset and its score: what people tell runs apart by. */
    public static ModelChoice of(RunSummary run) {
        String when = WHEN.format(run.created().atZone(ZoneId.systemDefault()));
        String score = run.status()
                .scores()
                .filter(Scores::isMeasured)
                .map(s -> String.format(Locale.ROOT, " · AP50 %.3f", s.maskAp50()))
                .orElse("");
        return new ModelChoice(
                (run.given().isEmpty() ? when : run.given()) + " · " + run.preset() + score,
                run.directory().root());
    }

    public static ModelChoice of(Path file) {
        return new ModelChoice(file.getFileName().toString(), file);
    }

    /** Whether it is the same model, whatever it is called. */
    boolean isSameAs(ModelChoice other) {
        return weights.equals(other.weights);
    }

    @Override
    public String toString() {
        return name;
    }
}
