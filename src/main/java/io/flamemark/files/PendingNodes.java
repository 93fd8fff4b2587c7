package io.flamemark.files;

import java.util.Arrays;

/**
 * Where the values stand that were read while the container around them goes on: a stack. When a large container ends,
 * nodes are made of what is its own; when a small one ends, they are forgotten.
 */
final class PendingNodes {

    /** Key start, key end, start and end of a value. */
    private static final int NUMBERS = 4;

    private final SourceText source;
    private int[] places = new int[NUMBERS << 6];
    private JsonValue[] built = new JsonValue[1 << 6];
    private int size;

    PendingNodes(SourceText source) {
        this.source = source;
    }

    int size() {
        return size;
    }

    /** @param node of a large container; null for everything else, of which a node is made when it is needed */
    void add(int keyStart, int keyEnd, int start, int end, JsonValue node) {
        if (size == built.length) {
            built = Arrays.copyOf(built, 2 * size);
            places = Arrays.copyOf(places, 2 * NUMBERS * size);
        }
        int place = NUMBERS * size;
        places[place] = keyStart;
        places[place + 1] = keyEnd;
        places[place + 2] = start;
        places[place + 3] = end;
        built[size++] = node;
    }

    /** Forgets the values from {@code first} on. */
    void drop(int first) {
        size = first;
    }

    /** The object that ends at {@code end} and holds the members from {@code first} on. */
    JsonObject object(int first, int start, int end) {
        JsonMember[] members = new JsonMember[size - first];
        for (int i = 0; i < members.length; i++) {
            int place = NUMBERS * (first + i);
            int keyStart = places[place];
            int keyEnd = places[place + 1];
            String key = JsonEscapes.unquoted(source.text(), keyStart, keyEnd);
            members[i] = new JsonMember(key, node(first + i), source, keyStart, keyEnd);
        }
        drop(first);
        return new JsonObject(new FixedList<>(members), source, start, end);
    }

    /** The list that ends at {@code end} and holds the values from {@code first} on. */
    JsonArray array(int first, int start, int end) {
        JsonValue[] elements = new JsonValue[size - first];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = node(first + i);
        }
        drop(first);
        return new JsonArray(new FixedList<>(elements), source, start, end);
    }

    /** The list that ends at {@code end} and holds numbers alone, the first of them at {@code inside}. */
    JsonArray numbers(int inside, int count, int start, int end) {
        return new JsonArray(new JsonNumberList(source, inside, count), source, start, end);
    }

    /** The one value that is left. */
    JsonValue only() {
        return node(0);
    }

    private JsonValue node(int index) {
        JsonValue node = built[index];
        int place = NUMBERS * index;
        return node != null ? node : JsonBuilding.folded(source, places[place + 2], places[place + 3]);
    }
}
