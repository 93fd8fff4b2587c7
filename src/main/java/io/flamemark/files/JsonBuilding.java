package io.flamemark.files;

import java.util.ArrayList;
import java.util.List;

/** Builds the tree of a part of a text that {@link JsonParsing} has checked; every node remembers where it stood. */
final class JsonBuilding {

    private static final int RECENT = 1 << 5;
    private static final int SHORT = 24;

    private final SourceText source;
    private final String text;
    private int at;
    /** What the containers that are being built hold so far, the outermost first. */
    private final ArrayList<Object> open = new ArrayList<>();
    /** Texts built lately: most are names of shapes and classes, of which one copy will do. */
    private final String[] recent = new String[RECENT];

    private JsonBuilding(SourceText source, int start) {
        this.source = source;
        this.text = source.text();
        this.at = start;
    }

    /** For whatever {@link #folded} is asked for. */
    JsonBuilding(SourceText source) {
        this(source, 0);
    }

    /** The members of the object that starts at {@code start}. */
    static List<JsonMember> members(SourceText source, int start) {
        return new JsonBuilding(source, start).members();
    }

    /** The elements of the list that starts at {@code start}. */
    static List<? extends JsonValue> elements(SourceText source, int start) {
        return new JsonBuilding(source, start).elements();
    }

    /** The node of a value of which the place is known; a container builds what is in it when somebody asks. */
    JsonValue folded(int start, int end) {
        at = start;
        return switch (text.charAt(start)) {
            case '{' -> new JsonObject(null, source, start, end);
            case '[' -> new JsonArray(null, source, start, end);
            default -> value();
        };
    }

    private JsonValue value() {
        int start = at;
        switch (text.charAt(start)) {
            case '{':
                List<JsonMember> members = members();
                return new JsonObject(members, source, start, at);
            case '[':
                List<? extends JsonValue> elements = elements();
                return new JsonArray(elements, source, start, at);
            case '"':
                String value = string();
                return new JsonString(value, source, start, at);
            case 't', 'f':
                boolean isTrue = text.charAt(start) == 't';
                at += isTrue ? "true".length() : "false".length();
                return new JsonBoolean(isTrue, source, start, at);
            case 'n':
                at += "null".length();
                return new JsonNull(source, start, at);
            default:
                at = JsonNumberList.skip(text, at, true);
                return new JsonNumber(source, start, at);
        }
    }

    private List<JsonMember> members() {
        int first = open.size();
        at++;
        while (nextToken() != '}') {
            int keyStart = at;
            String key = string();
            int keyEnd = at;
            nextToken();
            open.add(new JsonMember(key, value(), source, keyStart, keyEnd));
        }
        at++;
        return close(first, new JsonMember[open.size() - first]);
    }

    private List<? extends JsonValue> elements() {
        at++;
        int inside = at;
        char next = nextToken();
        if (JsonTokens.startsNumber(next)) {
            int numbers = numbers();
            if (numbers > 0) {
                return new JsonNumberList(source, inside, numbers);
            }
            at = inside;
            next = nextToken();
        }
        int first = open.size();
        while (next != ']') {
            open.add(value());
            next = nextToken();
        }
        at++;
        return close(first, new JsonValue[open.size() - first]);
    }

    /** Past a list that holds numbers alone; their count, or 0 where it holds others too. */
    private int numbers() {
        int count = 1;
        int i = at;
        for (char c = text.charAt(i); c != ']'; c = text.charAt(++i)) {
            if (c == ',') {
                count++;
            } else if (c == '"' || c == '[' || c > 'e') {
                return 0;
            }
        }
        at = i + 1;
        return count;
    }

    /** The container ends: what it holds, from {@code first} on, moves into {@code room}. */
    private <E> List<E> close(int first, E[] room) {
        List<Object> held = open.subList(first, open.size());
        held.toArray(room);
        held.clear();
        return new FixedList<>(room);
    }

    /** The next token: past white space, commas and colons. */
    private char nextToken() {
        int i = at;
        char c = text.charAt(i);
        while (c == ',' || c == ':' || SourceText.isSpace(c)) {
            c = text.charAt(++i);
        }
        at = i;
        return c;
    }

    /** Past a text in quotes: what it says; of a short one that was built lately, the same copy. */
    private String string() {
        int start = at;
        int hash = 0;
        boolean escaped = false;
        int i = start + 1;
        for (char c = text.charAt(i); c != '"'; c = text.charAt(i)) {
            hash = 31 * hash + c;
            escaped |= c == '\\';
            i += c == '\\' ? 2 : 1;
        }
        at = i + 1;
        if (escaped || at - start > SHORT) {
            return JsonEscapes.unquoted(text, start, at);
        }
        int place = (hash ^ hash >>> 5) & RECENT - 1;
        String known = recent[place];
        if (known == null || known.length() != i - start - 1 || !text.startsWith(known, start + 1)) {
            known = JsonEscapes.unquoted(text, start, at);
            recent[place] = known;
        }
        return known;
    }
}
