package io.flamemark.files;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the keys and values stand that were read while the container around them goes on: a stack. When a large container
 * ends, nodes are made of what is its own; when a small one ends, they are forgotten.
 */
final class PendingNodes {

    private final SourceText source;
    private final JsonBuilding building;
    /** Start and end of each. */
    private int[] places = new int[1 << 4];

    private int size;
    /** The large containers among them, by their index. */
    private final Map<Integer, JsonValue> large = new HashMap<>(0);

    PendingNodes(SourceText source) {
        this.source = source;
        this.building = new JsonBuilding(source);
    }

    int size() {
        return size;
    }

    /** Adds a key, or a value of which a node is made when it is needed. */
    void add(int start, int end) {
        if (2 * size == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[2 * size] = start;
        places[2 * size + 1] = end;
        size++;
    }

    /** Adds a large container. */
    void add(JsonValue container) {
        large.put(size, container);
        add(container.start, container.end);
    }

    /** Forgets what was added from {@code first} on, small values all. */
    void drop(int first) {
        size = first;
    }

    /** Adds the object from {@code start} to {@code end}, of the keys and values from {@code first} on. */
    void addObject(int first, int start, int end) {
        JsonMember[] members = new JsonMember[(size - first) / 2];
        for (int i = 0; i < members.length; i++) {
            int key = first + 2 * i;
            int keyStart = places[2 * key];
            int keyEnd = places[2 * key + 1];
            String name = JsonEscapes.unquoted(source.text(), keyStart, keyEnd);
            members[i] = new JsonMember(name, node(key + 1), source, keyStart, keyEnd);
        }
        drop(first);
        add(new JsonObject(new FixedList<>(members), source, start, end));
    }

    /** Adds the list from {@code start} to {@code end}, of the values from {@code first} on. */
    void addArray(int first, int start, int end) {
        JsonValue[] elements = new JsonValue[size - first];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = node(first + i);
        }
        drop(first);
        add(new JsonArray(new FixedList<>(elements), source, start, end));
    }

    /** The one value that is left. */
    JsonValue only() {
        return node(0);
    }

    private JsonValue node(int index) {
        JsonValue container = large.remove(index);
        return container != null ? container : building.folded(places[2 * index], places[2 * index + 1]);
    }
}
