package io.flamemark.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonErrorsTest {

    private static final JsonLimits SMALL = new JsonLimits(1_000_000, 64, 100, 20, 1000);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                     | 0 | 0 | empty",
                "'  \n '                | 0 | 0 | empty",
                "'{\"a\":\n [1, 2'      | 2 | 7 | cut off",
                "'{\"a\":\n  hello}'    | 2 | 3 | not valid JSON",
                "'{\"a\": NaN}'         | 1 | 7 | not valid JSON",
                "'{} {}'                | 1 | 4 | after the end",
                "'<html>'               | 1 | 1 | not valid JSON"
            })
    void namesFilePlaceAndProblem(String json, int line, int column, String problem) {
        JsonException e = assertThrows(JsonException.class, () -> JsonValue.parse("some.json", json));
        assertEquals("some.json", e.place().file());
        assertEquals(line, e.place().line(), e.getMessage());
        assertTrue(Math.abs(column - e.place().column()) <= 6, e.getMessage());
        assertTrue(e.getMessage().contains("some.json") && e.getMessage().contains(problem), e.getMessage());
    }

    @Test
    void refusesWhatWouldExhaustTheMemory() {
        assertRefused("[".repeat(65) + "]".repeat(65));
        assertRefused("[\"" + "x".repeat(101) + "\"]");
        assertRefused("{\"" + "x".repeat(101) + "\":1}");
        assertRefused("[" + "1".repeat(21) + "]");
        assertRefused("[" + "[],".repeat(1000) + "1]");
        assertRefused("[" + "1,".repeat(8000) + "1]");
    }

    /** Its keys are all built at once, each with a text, a member and a place in an index. */
    @Test
    void keysOfALargeObjectCountMore() throws Exception {
        String keys =
                IntStream.range(0, 400).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(",", "{", ""));
        byte[] small = (keys + "}").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                400,
                JsonDocument.parse("small.json", small, SMALL).root().asObject().size());
        assertRefused(keys + " ".repeat(1 << 15) + "}");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] bytes = "{\"a\":\n\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        JsonException e = assertThrows(JsonException.class, () -> JsonDocument.parse("some.json", bytes));
        assertTrue(e.getMessage().startsWith("some.json, line 2, column 5: not UTF-8"), e.getMessage());
    }

    @Test
    void gettersNameTheKeyAndThePlace() throws Exception {
        JsonObject object = JsonValue.parse("config.json", "{\n  \"rate\": \"fast\", \"n\": 1.5}")
                .asObject();
        JsonException wrongKind = assertThrows(JsonException.class, () -> object.number("rate"));
        assertEquals(
                "config.json, line 2, column 11: \"rate\": expected a number but found a text", wrongKind.getMessage());
        JsonException missing = assertThrows(JsonException.class, () -> object.string("name"));
        assertEquals("config.json, line 1, column 1: \"name\" is missing", missing.getMessage());
        assertThrows(JsonException.class, () -> object.integer("n"));
        assertEquals(7, object.integerOr("absent", 7));
    }

    private static void assertRefused(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        JsonException e = assertThrows(JsonException.class, () -> JsonDocument.parse("bomb.json", bytes, SMALL));
        assertTrue(e.getMessage().contains("bomb.json") && e.getMessage().contains("more than"), e.getMessage());
    }
}
