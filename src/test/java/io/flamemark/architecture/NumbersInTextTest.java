package io.flamemark.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * {@code String.formatted} writes the numbers of {@code %d} and {@code %f} with the digits of the machine's language: not
 * those that a folder's name, a script or an English sentence has. The compiled class does not show it.
 */
class NumbersInTextTest {

    private static final Pattern NUMBER = Pattern.compile("%(?:\\d+\\$)?[-#+0,(]*\\d*(?:\\.\\d+)?[dfeEgG]");

    /** From the last end of a statement or a block on. */
    private static final Pattern FORMATTED = Pattern.compile("(?<text>[^;{}]*)\\.formatted\\(");

    private static List<Path> sources;

    @BeforeAll
    static void findSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertTrue(sources.size() > 100, "the sources are there");
    }

    @Test
    @DisplayName("what is \"formatted\" holds no number but as plain text")
    void formatted() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources) {
            Matcher each = FORMATTED.matcher(Files.readString(file));
            while (each.find()) {
                if (NUMBER.matcher(each.group("text")).find()) {
                    found.add(file + ": " + each.group("text").strip());
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    @DisplayName("who writes a number's format names the language")
    void locale() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : sources) {
            String text = Files.readString(file);
            if (NUMBER.matcher(text).find() && !text.contains("Locale.ROOT")) {
                found.add(file);
            }
        }
        assertEquals(List.of(), found);
    }
}
