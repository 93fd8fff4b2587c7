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
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Text to tree, by Jackson's streaming parser; every node remembers where it stood. Jackson checks the text and decodes
 * what is in it; where tokens begin and end is followed in the text beside it, which costs less than asking.
 */
final class JsonParsing {

    private static final JsonLimits STANDARD = JsonLimits.standard();
    /** Making one costs more than reading a line of JSON with it. */
    private static final JsonFactory FACTORY = newFactory(STANDARD);

    private static final int RECENT = 1 << 9;
    private static final int SHORT = 24;

    private final SourceText source;
    private final JsonParser parser;
    /** The end of the token read last. */
    private int position;
    /** What the containers that are being read hold so far, the outermost first. */
    private final ArrayList<Object> open = new ArrayList<>();

    /** Texts read lately: most are names of shapes and classes, of which one copy will do. */
    private final String[] recent = new String[RECENT];

    private JsonParsing(SourceText source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    static JsonValue parse(SourceText source, JsonLimits limits) throws JsonException {
        if (source.text().isBlank()) {
            throw new JsonException(JsonPlace.of(source.file()), "the file is empty");
        }
        try (JsonParser parser = factory(limits).createParser(new StringReader(source.text()))) {
            JsonParsing reading = new JsonParsing(source, parser);
            parser.nextToken();
            JsonValue root = reading.value();
            if (parser.nextToken() != null) {
                throw new JsonException(source.place(reading.nextStart()), "more text after the end of the JSON");
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
        return limits.equals(STANDARD) ? FACTORY : newFactory(limits);
    }

    private static JsonFactory newFactory(JsonLimits limits) {
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
        int start = nextStart();
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT:
                return object(start);
            case START_ARRAY:
                return array(start);
            case VALUE_STRING:
                String text = text(); // Jackson first: only then is it certain that the text has an end.
                position = endOfString(start);
                return new JsonString(text, source, start, position);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
                position = start + parser.getTextLength();
                return new JsonNumber(source, start, position);
            case VALUE_TRUE, VALUE_FALSE:
                position = start + parser.getTextLength();
                return new JsonBoolean(token == JsonToken.VALUE_TRUE, source, start, position);
            case VALUE_NULL:
                position = start + parser.getTextLength();
                return new JsonNull(source, start, position);
            default:
                throw new IllegalStateException("unexpected token " + token);
        }
    }

    private JsonObject object(int start) throws IOException {
        position = start + 1;
        int first = open.size();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int keyStart = nextStart();
            int keyEnd = endOfString(keyStart);
            String key = parser.currentName();
            position = keyEnd;
            parser.nextToken();
            open.add(new JsonMember(key, value(), source, keyStart, keyEnd));
        }
        position = nextStart() + 1;
        return new JsonObject(close(first, new JsonMember[open.size() - first]), source, start, position);
    }

    private JsonArray array(int start) throws IOException {
        position = start + 1;
        JsonNumberList numbers = numbers();
        List<JsonValue> elements = numbers;
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            int first = open.size();
            open.addAll(numbers);
            do {
                open.add(value());
            } while (parser.nextToken() != JsonToken.END_ARRAY);
            elements = close(first, new JsonValue[open.size() - first]);
        }
        position = nextStart() + 1;
        return new JsonArray(elements, source, start, position);
    }

    /** The container ends: what it holds, from {@code first} on, moves into {@code room}. */
    private <E> List<E> close(int first, E[] room) {
        List<Object> held = open.subList(first, open.size());
        held.toArray(room);
        held.clear();
        return new FixedList<>(room);
    }

    /** The numbers a list begins with; the parser then stands at what follows them. */
    private JsonNumberList numbers() throws IOException {
        int first = position;
        int count = 0;
        while (parser.nextToken().isNumeric()) {
            position = nextStart() + parser.getTextLength();
            count++;
        }
        return new JsonNumberList(source, first, count);
    }

    /** The text the parser stands at; a short one that was read before, if it is remembered. */
    private String text() throws IOException {
        int length = parser.getTextLength();
        if (length > SHORT) {
            return parser.getText();
        }
        char[] chars = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int place = (hash ^ hash >>> 9) & RECENT - 1;
        String known = recent[place];
        if (known == null || !isSame(known, chars, from, length)) {
            known = new String(chars, from, length);
            recent[place] = known;
        }
        return known;
    }

    private static boolean isSame(String text, char[] chars, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** Where the next token starts: past white space, commas and colons. */
    private int nextStart() {
        String text = source.text();
        int i = position;
        while (isBetweenTokens(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBetweenTokens(char c) {
        return c == ',' || c == ':' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private int endOfString(int quote) {
        String text = source.text();
        int i = quote + 1;
        while (text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private static JsonException explained(String file, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        JsonPlace place = at == null ? JsonPlace.of(file) : new JsonPlace(file, at.getLineNr(), at.getColumnNr());
        // Between two entries Jackson tells of the end by its message alone.
        if (e instanceof JsonEOFException || firstSentence(e).startsWith("Unexpected end-of-input")) {
            return new JsonException(place, "the JSON ends too early: the file is cut off");
        }
        if (e instanceof StreamConstraintsException) {
            return new JsonException(place, tooMuch(firstSentence(e)));
        }
        return new JsonException(place, "not valid JSON: " + firstSentence(e));
    }

    /** Which of the {@link JsonLimits} was passed; Jackson says it by the beginning of its message alone. */
    private static String tooMuch(String message) {
        if (message.startsWith("Token count") || message.startsWith("Document length")) {
            return "it holds more than the memory of this program bears; give it more (-Xmx)";
        }
        if (message.startsWith("Document nesting")) {
            return "objects and lists are nested more than " + STANDARD.depth() + " deep here";
        }
        return message.startsWith("Number")
                ? "a number has more than " + STANDARD.numberLength() + " digits here"
                : "a text has more than " + STANDARD.stringLength() + " letters here";
    }

    private static String firstSentence(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    }
}
