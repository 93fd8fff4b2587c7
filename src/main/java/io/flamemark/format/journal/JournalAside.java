package io.flamemark.format.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Gives a journal that cannot be used another name, so that what it holds is kept and is in nobody's way. */
final class JournalAside {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.systemDefault());

    private JournalAside() {}

    /** Moves it to a free name beside it that tells when it was last written. */
    static Path move(Path journal) throws IOException {
        Path free = freeName(journal);
        return Files.move(journal, free);
    }

    /** Leaves it and makes a copy under such a name. */
    static Path copy(Path journal) throws IOException {
        Path free = freeName(journal);
        return Files.copy(journal, free);
    }

    private static Path freeName(Path journal) throws IOException {
        Instant written = Files.getLastModifiedTime(journal).toInstant();
        String name = journal.getFileName() + "-" + TIME.format(written);
        Path free = journal.resolveSibling(name);
        for (int i = 2; Files.exists(free); i++) {
            free = journal.resolveSibling(name + "-" + i);
        }
        return free;
    }
}
