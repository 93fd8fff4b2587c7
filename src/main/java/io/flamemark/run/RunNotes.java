package io.flamemark.run;

import io.flamemark.files.JsonDocument;
import io.flamemark.files.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a person wrote about a run, and why it was made; {@code notes.json}, which most runs do not have. Nothing in a
 * training depends on it.
 *
 * @param version of this layout
 * @param name instead of the directory's, empty for none
 * @param tags in the order they were given, none twice
 * @param text free words, may be empty
 * @param improves the id of the run whose model this one is to surpass
 */
public record RunNotes(int version, String name, List<String> tags, String text, Optional<String> improves) {

    public static final int VERSION = 1;

    /** Nothing was written. */
    public static final RunNotes NONE = new RunNotes(VERSION, "", List.of(), "", Optional.empty());

    public RunNotes {
        tags = List.copyOf(tags);
    }

    /** The notes of a run, {@link #NONE} where there are none. */
    public static RunNotes of(RunDirectory run) throws IOException {
        return Files.exists(run.notes())
                ? RecordJson.read(JsonDocument.read(run.notes()).root(), RunNotes.class)
                : NONE;
    }

    public RunNotes withName(String next) {
        return new RunNotes(version, next.strip(), tags, text, improves);
    }

    /** @param commaSeparated such as {@code night, drone}; empty and repeated ones are dropped */
    public RunNotes withTags(String commaSeparated) {
        List<String> next = Arrays.stream(commaSeparated.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        return new RunNotes(version, name, next, text, improves);
    }

    public RunNotes withText(String next) {
        return new RunNotes(version, name, tags, next.strip(), improves);
    }

    public RunNotes withImproves(String id) {
        return new RunNotes(version, name, tags, text, Optional.of(id));
    }
}
