package io.flamemark.maskrcnn.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Values that torchvision computed, read from the JSON files its scripts in {@code src/test/reference} write. */
final class Fixture {

    private final JsonObject json;

    private Fixture(JsonObject json) {
        this.json = json;
    }

    /** The cases of a file in the test resources of this package. */
    static List<Fixture> cases(String file) {
        try (InputStream in = Fixture.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Fixture> cases = new ArrayList<>();
            for (JsonValue value : JsonValue.parse(file, text).asArray()) {
                cases.add(new Fixture(value.asObject()));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only case of that name. */
    static Fixture named(String file, String name) {
        return cases(file).stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    String name() {
        return read(() -> json.string("name"));
    }

    int integer(String key) {
        return read(() -> json.integer(key));
    }

    float number(String key) {
        return read(() -> (float) json.number(key));
    }

    float[] floats(String key) {
        return read(() -> floats(json.array(key)));
    }

    double[] doubles(String key) {
        return read(() -> {
            JsonArray array = json.array(key);
            double[] values = new double[array.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = array.get(i).asDouble();
            }
            return values;
        });
    }

    int[] ints(String key) {
        return read(() -> ints(json.array(key)));
    }

    List<float[]> floatLists(String key) {
        return read(() -> {
            List<float[]> lists = new ArrayList<>();
            for (JsonValue value : json.array(key)) {
                lists.add(floats(value.asArray()));
            }
            return lists;
        });
    }

    List<int[]> intLists(String key) {
        return read(() -> {
            List<int[]> lists = new ArrayList<>();
            for (JsonValue value : json.array(key)) {
                lists.add(ints(value.asArray()));
            }
            return lists;
        });
    }

    /** Asserts that each value is within {@code tolerance} of the expected one, or within that part of it. */
    static void assertClose(float[] expected, float[] actual, double tolerance, String what) {
        assertEquals(expected.length, actual.length, what + ": number of values");
        for (int i = 0; i < expected.length; i++) {
            double allowed = tolerance * Math.max(1, Math.abs(expected[i]));
            assertEquals(expected[i], actual[i], allowed, what + " at " + i);
        }
    }

    @Override
    public String toString() {
        return name();
    }

    private static float[] floats(JsonArray array) throws JsonException {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.get(i).asDouble();
        }
        return values;
    }

    private static int[] ints(JsonArray array) throws JsonException {
        int[] values = new int[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asInt();
        }
        return values;
    }

    private interface Reading<T> {
        T get() throws IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
