package io.flamemark.files;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** A JSON list. */
public final class JsonArray extends JsonValue implements Iterable<JsonValue> {

    /** Null until somebody asks, where the list stands in a text. */
    private volatile List<JsonValue> elements;

    private final boolean changed;

    private JsonArray(List<? extends JsonValue> elements, SourceText source, int start, int end, boolean changed) {
        super(source, start, end);
        this.elements = copyOf(elements);
        this.changed = changed;
    }

    @SuppressWarnings("unchecked") // an unmodifiable list of values is a list of values
    private static List<JsonValue> copyOf(List<? extends JsonValue> elements) {
        return elements == null || elements instanceof JsonNumberList || elements instanceof FixedList
                ? (List<JsonValue>) elements
                : List.copyOf(elements);
    }

    /** @param elements null where they are to be built from the text, which is in order, when somebody asks */
    JsonArray(List<? extends JsonValue> elements, SourceText source, int start, int end) {
        this(elements, source, start, end, false);
    }

    public static JsonArray of(List<? extends JsonValue> elements) {
        return new JsonArray(elements, null, 0, 0, false);
    }

    /** A list of what {@code toJson} makes of each item. */
    public static <T> JsonArray of(Iterable<T> items, Function<? super T, ? extends JsonValue> toJson) {
        List<JsonValue> all = new ArrayList<>();
        items.forEach(item -> all.add(toJson.apply(item)));
        return of(all);
    }

    public static JsonArray of(double... numbers) {
        List<JsonValue> all = new ArrayList<>(numbers.length);
        for (double number : numbers) {
            all.add(JsonValue.of(number));
        }
        return of(all);
    }

    /** This list with other elements, laid out in the file as this one is. */
    public JsonArray withElements(List<? extends JsonValue> next) {
        return new JsonArray(next, source, start, end, true);
    }

    public List<JsonValue> elements() {
        List<JsonValue> built = elements;
        return built != null ? built : build();
    }

    private synchronized List<JsonValue> build() {
        if (elements == null) {
            elements = copyOf(JsonBuilding.elements(source, start));
        }
        return elements;
    }

    /** As {@link JsonObject#passing}. */
    @Override
    public JsonArray passing() {
        return elements != null ? this : new JsonArray(JsonBuilding.elements(source, start), source, start, end);
    }

    public int size() {
        return elements().size();
    }

    public JsonValue get(int index) {
        return elements().get(index);
    }

    /** The elements as numbers, NaN for one that is none. */
    public double[] doubles() {
        List<? extends JsonValue> held = elements();
        if (held instanceof JsonNumberList numbers) {
            return numbers.doubles();
        }
        double[] doubles = new double[held.size()];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = held.get(i) instanceof JsonNumber number ? number.doubleValue() : Double.NaN;
        }
        return doubles;
    }

    @Override
    public Iterator<JsonValue> iterator() {
        return elements().iterator();
    }

    @Override
    boolean untouched() {
        return source != null && !changed;
    }

    @Override
    public String kind() {
        return "a list";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonArray that && that.elements().equals(elements());
    }

    @Override
    public int hashCode() {
        return elements().hashCode();
    }
}
