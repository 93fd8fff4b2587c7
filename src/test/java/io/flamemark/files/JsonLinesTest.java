package io.flamemark.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {

    private static final JsonObject ONE =
            JsonObject.builder().put("step", 1).put("text", "a\nb é").build();
    private static final JsonObject TWO = JsonObject.builder().put("step", 2).build();

    @TempDir
    Path folder;

    @Test
    void readsWhatWasAppendedAcrossTwoOpenings() throws Exception {
        Path file = folder.resolve("events.jsonl");
        append(file, ONE);
        append(file, TWO);
        assertEquals(List.of(ONE, TWO), JsonLines.read(file));
    }

    @Test
    void aLineTornAnywhereIsLeftOutAndAppendingGoesOn() throws Exception {
        Path whole = folder.resolve("whole.jsonl");
        append(whole, ONE);
        append(whole, TWO);
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 0; length <= bytes.length; length++) {
            Path torn = folder.resolve("torn" + length + ".jsonl");
            Files.write(torn, Arrays.copyOf(bytes, length));
            List<JsonObject> before = JsonLines.read(torn);
            assertTrue(List.of(ONE, TWO).subList(0, before.size()).equals(before), "cut at " + length);
            append(torn, TWO);
            List<JsonObject> after = JsonLines.read(torn);
            assertEquals(before.size() + 1, after.size(), "cut at " + length);
            assertEquals(before, after.subList(0, before.size()));
        }
    }

    @Test
    void aBadLineInTheMiddleIsNamed() throws Exception {
        Path file = folder.resolve("bad.jsonl");
        Files.writeString(file, "{\"a\":1}\nhello\n{\"a\":2}\n");
        JsonException e = assertThrows(JsonException.class, () -> JsonLines.read(file));
        assertEquals(2, e.place().line());
    }

    private static void append(Path file, JsonObject object) throws Exception {
        try (JsonLinesWriter writer = JsonLinesWriter.append(file)) {
            writer.write(object);
        }
    }
}
