package io.flamemark.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our parser takes what Jackson takes, refuses what Jackson refuses, and understands the same. */
class JsonAgainstJacksonTest {

    private static final JsonFactory JACKSON = new JsonFactory();
    private static final int TEXTS = 20_000;
    /** So many texts are tried in a large container too. */
    private static final int LARGE = 32;

    private static final String WIDE = " ".repeat(1 << 15);

    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\"a\"",
        "\"b\":",
        "\"\\u00e9\\n\"",
        "\\u0041",
        "\\x",
        "1",
        "-",
        "-0",
        "01",
        "1.5",
        ".5",
        "5.",
        "1e3",
        "1E+",
        "e-2",
        "true",
        "false",
        "null",
        "nul",
        "NaN",
        "+1",
        " ",
        "\n",
        "\t",
        "\u0001",
        "é",
        "🔥",
        "//",
        "'",
        "[1,2,3]",
        "[1,\"x\"]",
        "{\"k\":[]}",
        "\u00a0",
        "\u0000"
    };

    private static final String[] SEEDS = {
        "{\"a\":[1,-2.5e3,0],\"b\":{\"c\":\"x\\ty\",\"d\":null},\"e\":[],\"f\":{},\"g\":[true,false,[[1],[2,3]]]}",
        "[ {\"x\" : \"\\u0041\\\\\"} ,\r\n {\"x\":1} , 0.10, \"\", \"/\\/\" ]",
        "{\"all_points_x\":[12,34,56],\"all_points_y\":[ 7 , 8,9 ],\"name\":\"polygon\",\"name\":\"twice\"}",
        "-12.50",
        "\"one \\\"text\\\"\""
    };

    @Test
    void takesAndRefusesTheSame() throws Exception {
        Random random = new Random(7);
        int taken = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = mutated(SEEDS[i % SEEDS.length], random, i / SEEDS.length % 4);
            String expected = jackson(text);
            assertEquals(expected, ours(text), text);
            // A large container is built at once, a small one when somebody asks.
            if (i % LARGE == 0) {
                assertEquals(expected, ours(text.replaceFirst("^\\s*[\\[{]", "$0" + WIDE)), text);
            }
            taken += expected == null ? 0 : 1;
        }
        assertTrue(taken > TEXTS / 5 && taken < TEXTS * 4 / 5, taken + " taken");
    }

    private static String mutated(String seed, Random random, int times) {
        StringBuilder text = new StringBuilder(seed);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(text.length() + 1);
            String piece = PIECES[random.nextInt(PIECES.length)];
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, piece);
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
                default -> text.replace(at, Math.min(text.length(), at + piece.length()), piece);
            }
        }
        // Half a surrogate pair is in no file.
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** What our parser understands, written compactly with literals as they stood; null where it refuses. */
    private static String ours(String text) throws JsonException {
        try {
            JsonDocument document = JsonDocument.parse("t", text.getBytes(StandardCharsets.UTF_8));
            assertEquals(text, new String(document.toBytes(), StandardCharsets.UTF_8));
            return document.root().toString();
        } catch (JsonException e) {
            assertTrue(e.place().file().equals("t") && !e.problem().isBlank(), e.getMessage());
            return null;
        }
    }

    private static String jackson(String text) throws IOException {
        try (JsonParser parser = JACKSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return null;
            }
            StringBuilder out = new StringBuilder();
            value(parser, out);
            return parser.nextToken() == null ? out.toString() : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static void value(JsonParser parser, StringBuilder out) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            container(parser, out, token == JsonToken.START_OBJECT);
        } else if (token == JsonToken.VALUE_STRING) {
            JsonEscapes.quote(parser.getText(), out);
        } else {
            out.append(parser.getText());
        }
    }

    private static void container(JsonParser parser, StringBuilder out, boolean object) throws IOException {
        out.append(object ? '{' : '[');
        boolean first = true;
        while (!parser.nextToken().isStructEnd()) {
            out.append(first ? "" : ",");
            first = false;
            if (object) {
                JsonEscapes.quote(parser.currentName(), out);
                out.append(':');
                parser.nextToken();
            }
            value(parser, out);
        }
        out.append(object ? '}' : ']');
    }
}
