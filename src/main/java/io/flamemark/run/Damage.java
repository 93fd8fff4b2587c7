package io.flamemark.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the files of a run one by one: one that cannot be read is told in a sentence, and costs what it says alone. */
final class Damage {

    private final Set<String> sentences = new LinkedHashSet<>();

    /** Reads one file. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** @param known what was {@link #told} already, empty for nothing */
    Damage(String known) {
        known.lines().forEach(sentences::add);
    }

    <T> Optional<T> read(Path file, Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            boolean named = why.contains(file.getFileName().toString());
            String told = named ? why : file + ": " + why;
            sentences.add("A file of this run cannot be read: " + told + (told.endsWith(".") ? "" : "."));
            return Optional.empty();
        }
    }

    /** What cannot be read and why, a line each, none twice; empty while all is well. */
    String told() {
        return String.join("\n", sentences);
    }
}
