package io.flamemark.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The hand-made files beside these tests. */
final class Fixtures {

    static final String[] ALL = {
        "project.json",
        "via1-export.json",
        "odd-members.json",
        "single-entry.json",
        "spaced.json",
        "damaged-shapes.json"
    };

    static final String[] CSV = {"via2.csv", "via1.csv", "odd.csv"};

    private Fixtures() {}

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    /** The fixture copied into {@code folder}. */
    static Path copy(String name, Path folder) throws IOException {
        return Files.write(folder.resolve(name), bytes(name));
    }
}
