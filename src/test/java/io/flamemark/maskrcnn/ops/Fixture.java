package io.flamemark.maskrcnn.ops;

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
public final class Fixture {

    private final JsonObject json;

    private Fixture(JsonObject json) {
        this.json = json;
    }

    /** The cases of a file in the test resources of this package, or of another where the name begins with a slash. */
    public static List<Fixture> cases(String file) {
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
    public static Fixture named(String file, String name) {
        return cases(file).stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public String name() {
        return read(() -> json.string("name"));
    }

    public String text(String key) {
        return read(() -> json.string(key));
    }

    public List<String> texts(String key) {
        return read(() -> {
            List<String> texts = new ArrayList<>();
            for (JsonValue value : json.array(key)) {
                texts.add(value.asString());
            }
            return texts;
        });
    }

    public boolean bool(String key) {
        return read(() -> json.bool(key));
    }

    public int integer(String key) {
        return read(() -> json.integer(key));
    }

    public double real(String key) {
        return read(() -> json.number(key));
    }

    public float number(String key) {
        return read(() -> (float) json.number(key));
    }

    public float[] floats(String key) {
        return read(() -> floats(json.array(key)));
    }

    public double[] doubles(String key) {
        return read(() -> {
            JsonArray array = json.array(key);
            double[] values = new double[array.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = array.get(i).asDouble();
            }
            return values;
        });
    }

    public int[] ints(String key) {
        return read(() -> ints(json.array(key)));
    }

    public List<float[]> floatLists(String key) {
        return read(() -> {
            List<float[]> lists = new ArrayList<>();
            for (JsonValue value : json.array(key)) {
                lists.add(floats(value.asArray()));
            }
            return lists;
        });
    }

    public List<int[]> intLists(String key) {
        return read(() -> {
            List<int[]> lists = new ArrayList<>();
            for (JsonValue value : json.array(key)) {
                lists.add(ints(value.asArray()));
            }
            return lists;
        });
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
