package io.flamemark.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonBuildingTest {

    @Test
    void numbersAreWrittenShort() {
        JsonArray numbers = JsonArray.of(1, -0.5, 3e10, 1e-9, Double.NaN);
        assertEquals("[1,-0.5,30000000000,1.0E-9,null]", numbers.toString());
    }

    @Test
    void indentsByTwoSpacesWithListsOfNumbersOnOneLine() {
        JsonObject object = JsonObject.builder()
                .put("name", "x")
                .put("points", JsonArray.of(1, 2))
                .put("empty", JsonObject.empty())
                .put(
                        "list",
                        JsonArray.of(List.of(JsonObject.builder().put("a", true).build())))
                .build();
        assertEquals("""
                {
                  "name": "x",
                  "points": [1, 2],
                  "empty": {},
                  "list": [
                    {
                      "a": true
                    }
                  ]
                }
                """, object.toIndentedString());
    }

    @Property(tries = 200)
    void whatIsPrintedReadsBackEqual(@ForAll("values") JsonValue value) throws Exception {
        assertEquals(value, JsonValue.parse("t", value.toString()));
        assertEquals(value, JsonValue.parse("t", value.toIndentedString()));
    }

    @Provide
    Arbitrary<JsonValue> values() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.strings().ofMaxLength(8).map(JsonValue::of),
                () -> Arbitraries.longs().map(JsonValue::of),
                () -> Arbitraries.doubles().map(JsonValue::of),
                () -> Arbitraries.of(true, false).map(JsonValue::of),
                () -> Arbitraries.just(JsonNull.INSTANCE),
                () -> values().list().ofMaxSize(3).map(JsonArray::of),
                () -> Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), values())
                        .ofMaxSize(3)
                        .map(JsonBuildingTest::object));
    }

    private static JsonValue object(Map<String, JsonValue> members) {
        JsonObject.Builder builder = JsonObject.builder();
        members.forEach(builder::put);
        return builder.build();
    }
}
