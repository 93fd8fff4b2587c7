package io.flamemark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** {@code log.txt}: the story of a run for a person, a line an epoch and for whatever else happens; only appended. */
final class Diary {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Path file;

    Diary(Path file) {
        this.file = file;
    }

    /** @param epochs planned */
    void write(LoggedEvent logged, int epochs) throws IOException {
        Optional<String> line = RunWords.line(logged.event(), epochs);
        if (line.isPresent()) {
            Files.writeString(
                    file,
                    SECOND.format(logged.at()) + "  " + line.get() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }
}
