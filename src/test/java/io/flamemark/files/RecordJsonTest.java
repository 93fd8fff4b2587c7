package io.flamemark.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

    enum Colour {
        DARK_RED,
        BLUE
    }

    record Part(double weight, List<List<Double>> rows) {}

    sealed interface Animal {}

    record GreyCat(int lives) implements Animal {}

    record Dog(String name) implements Animal {}

    record Whole(
            String name,
            int count,
            long big,
            double value,
            boolean flag,
            Colour colour,
            Path file,
            Instant at,
            Optional<Part> part,
            List<Part> parts,
            Animal animal) {}

    private static Whole whole(double value, Optional<Part> part) {
        Part a = new Part(1.5, List.of(List.of(1.0, 2.25), List.of()));
        return new Whole(
                "n\"1",
                3,
                1L << 40,
                value,
                true,
                Colour.DARK_RED,
                Path.of("a", "b"),
                Instant.EPOCH,
                part,
                List.of(a),
                new GreyCat(9));
    }

    @Test
    @DisplayName("a record with everything in it comes back as it was")
    void roundTrip() throws Exception {
        for (Whole whole :
                List.of(whole(0.1, Optional.empty()), whole(Double.NaN, Optional.of(new Part(-1e-300, List.of()))))) {
            String json = RecordJson.write(whole).toString();
            assertEquals(whole, RecordJson.read(JsonValue.parse("t", json), Whole.class), json);
        }
    }

    @Test
    @DisplayName("what it looks like: keys in order, the type of a sealed one first, no key for nothing")
    void looks() {
        assertEquals(
                "{\"type\":\"greyCat\",\"lives\":9}",
                RecordJson.write(new GreyCat(9)).toString());
        String json = RecordJson.write(whole(2, Optional.empty())).toString();
        assertTrue(json.startsWith("{\"name\":\"n\\\"1\",\"count\":3,"), json);
        assertTrue(json.contains("\"colour\":\"dark-red\""), json);
        assertTrue(!json.contains("\"part\":"), json);
    }

    @Test
    @DisplayName("additions of a later version are ignored")
    void unknownKeys() throws Exception {
        JsonValue json = JsonValue.parse("t", "{\"type\":\"dog\",\"name\":\"Rex\",\"tail\":1}");
        assertEquals(new Dog("Rex"), RecordJson.read(json, Animal.class));
    }

    @Test
    @DisplayName("what does not fit is refused with the key and the place")
    void refusals() {
        assertProblem("{\"type\":\"dog\"}", "\"name\" is missing");
        assertProblem("{\"type\":\"cow\"}", "no cow");
        assertProblem("{\"type\":\"greyCat\",\"lives\":1.5}", "whole number");
        assertProblem("[]", "a list");
    }

    private static void assertProblem(String json, String part) {
        JsonException e = assertThrows(
                JsonException.class, () -> RecordJson.read(JsonValue.parse("file.json", json), Animal.class));
        assertTrue(
                e.getMessage().startsWith("file.json, line 1") && e.getMessage().contains(part), e.getMessage());
    }
}
