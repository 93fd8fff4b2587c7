package io.flamemark.files;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * The numbers of a list that holds nothing else, as coordinates do: most of a project file. Only their places in the
 * text are kept, and a node is made when one is asked for.
 */
final class JsonNumberList extends AbstractList<JsonValue> implements RandomAccess {

    private final SourceText source;
    /** Start and end of each number. */
    private final int[] bounds;

    JsonNumberList(SourceText source, int[] bounds) {
        this.source = source;
        this.bounds = bounds;
    }

    @Override
    public JsonNumber get(int index) {
        return new JsonNumber(source, bounds[2 * index], bounds[2 * index + 1]);
    }

    @Override
    public int size() {
        return bounds.length / 2;
    }
}
