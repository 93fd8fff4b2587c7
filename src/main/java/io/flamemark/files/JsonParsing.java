package io.flamemark.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Text to tree, by Jackson's streaming parser; every node remembers where it stood. */
final class JsonParsing {

    private final SourceText source;
    private final JsonParser parser;

    private JsonParsing(SourceText source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    static JsonValue parse(SourceText source, JsonLimits limits) throws JsonException {
        if (source.text().isBlank()) {
            throw new JsonException(JsonPlace.of(source.file()), "the file is empty");
        }
        // From an array Jackson counts offsets in the text itself.
        try (JsonParser parser =
                factory(limits).createParser(source.text().toCharArray())) {
            JsonParsing reading = new JsonParsing(source, parser);
            parser.nextToken();
            JsonValue root = reading.value();
            if (parser.nextToken() != null) {
                throw new JsonException(source.place(reading.tokenStart()), "more text after the end of the JSON");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw explained(source.file(), e);
        } catch (JsonException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonFactory factory(JsonLimits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(limits.bytes())
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.stringLength())
                        .maxNameLength(limits.stringLength())
                        .maxNumberLength(limits.numberLength())
                        .maxTokenCount(limits.elements())
                        .build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    private JsonValue value() throws IOException {
        int start = tokenStart();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(start);
            case START_ARRAY -> array(start);
            case VALUE_STRING -> new JsonString(parser.getText(), source, start, tokenEnd());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new JsonNumber(source, start, start + parser.getTextLength());
            case VALUE_TRUE -> new JsonBoolean(true, source, start, start + 4);
            case VALUE_FALSE -> new JsonBoolean(false, source, start, start + 5);
            case VALUE_NULL -> new JsonNull(source, start, start + 4);
            default -> throw new IllegalStateException("unexpected token " + token);
        };
    }

    private JsonObject object(int start) throws IOException {
        List<JsonMember> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int keyStart = tokenStart();
            String key = parser.currentName();
            int keyEnd = endOfString(keyStart);
            parser.nextToken();
            members.add(new JsonMember(key, value(), source, keyStart, keyEnd));
        }
        return new JsonObject(members, source, start, tokenEnd());
    }

    private JsonArray array(int start) throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return new JsonArray(elements, source, start, tokenEnd());
    }

    private int tokenStart() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private int tokenEnd() {
        return (int) parser.currentLocation().getCharOffset();
    }

    /** Jackson reads past a key to its colon, so the end of a key is looked up in the text. */
    private int endOfString(int quote) {
        int i = quote + 1;
        while (source.text().charAt(i) != '"') {
            i += source.text().charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private static JsonException explained(String file, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        JsonPlace place =
                at == null ? JsonPlace.of(file) : new JsonPlace(file, at.getLineNr(), at.getColumnNr());
        if (e instanceof JsonEOFException) {
            return new JsonException(place, "the JSON ends too early: the file is cut off");
        }
        if (e instanceof StreamConstraintsException) {
            return new JsonException(place, "more than can be accepted: " + firstSentence(e));
        }
        return new JsonException(place, "not valid JSON: " + firstSentence(e));
    }

    private static String firstSentence(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    }
}
