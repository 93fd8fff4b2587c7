package io.flamemark.app.inspect;

import io.flamemark.run.RunDirectory;
import java.nio.file.Path;

/**
 * A trained model to look with.
 *
 * @param name for the person
 * @param weights a run directory, a model folder or a weights file
 */
public record ModelChoice(String name, Path weights) {

    public static ModelChoice of(RunDirectory run) {
        return new ModelChoice(run.id(), run.root());
    }

    public static ModelChoice of(Path file) {
        return new ModelChoice(file.getFileName().toString(), file);
    }

    @Override
    public String toString() {
        return name;
    }
}
