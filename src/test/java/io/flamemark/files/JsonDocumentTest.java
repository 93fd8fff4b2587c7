package io.flamemark.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\"a\" : [ 1 , 2.50 ,-3e+05], \"b\":\t\"\\u00e9\\/é\\ud83d\" } \n",
                "\uFEFF{\r\n  \"a\": {\r\n    \"a\": null\r\n  },\r\n  \"a\": true\r\n}\r\n",
                "[[],{},[ ],{ },\"\",false]",
                "\"alone\"",
                " -0.0 ",
                "{\"🔥\":\"🔥\",\"x\\\"y\":1}"
            })
    void anUnchangedDocumentIsWrittenByteForByte(String json) throws Exception {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(bytes, JsonDocument.parse("t", bytes).toBytes());
    }

    @Test
    void everyNodeCanBeCopiedAlone() throws Exception {
        String json = "{ \"a\" : [ 1 , \"\\u0041\" , { \"b\":null } ] , \"k\\\"\":true }";
        JsonObject root = parse(json).root().asObject();
        JsonObject rebuilt = JsonObject.of(root.members());
        assertEquals(
                "{\"a\" : [ 1 , \"\\u0041\" , { \"b\":null } ],\"k\\\"\":true}",
                JsonPrinter.verbatim(rebuilt, JsonStyle.COMPACT));
    }

    @Test
    void aReplacedValueChangesNothingElse() throws Exception {
        String json = "{\n  \"a\" : 1.0,\n\n  \"b\":[1,2],  \"c\": \"\\u0041\"\n}\n";
        assertEquals(json.replace("[1,2]", "\"new\""), edited(json, o -> o.with("b", JsonValue.of("new"))));
    }

    @Test
    void anAddedMemberFollowsTheStyleOfItsSiblings() throws Exception {
        assertEquals("{\"a\":1,\"b\":2}", edited("{\"a\":1}", o -> o.with("b", JsonValue.of(2))));
        assertEquals(
                "{\"a\": 1, \"b\": [1, 2], \"c\": 2}",
                edited("{\"a\": 1, \"b\": [1, 2]}", o -> o.with("c", JsonValue.of(2))));
        assertEquals(
                "{\r\n\t\"a\": 1,\r\n\t\"b\": 2\r\n}",
                edited("{\r\n\t\"a\": 1\r\n}", o -> o.with("b", JsonValue.of(2))));
        assertEquals(
                "{\"a\": {\"b\": 1, \"c\": 2}, \"d\": 3}",
                edited("{\"a\": {\"b\": 1, \"c\": 2}}", o -> o.with("d", JsonValue.of(3))));
        assertEquals("{}", edited("{\"a\": 1}", o -> o.without("a")).replace(" ", ""));
    }

    @Test
    void aNewObjectIsIndentedAsTheFileIs() throws Exception {
        String json = "{\n    \"a\": {},\n    \"list\": [\n        1,\n        2\n    ]\n}";
        JsonObject inner = JsonObject.builder().put("x", JsonArray.of(1, 2.5)).build();
        String expected = "{\n    \"a\": {\n        \"x\": [\n            1,\n            2.5\n        ]\n    },\n"
                + "    \"list\": [\n        1,\n        2\n    ]\n}";
        assertEquals(expected, edited(json, o -> o.with("a", inner)));
    }

    @Test
    void elementsThatMoveKeepTheirText() throws Exception {
        String json = "{\"a\": [1.0, 2.0, 3.0]}";
        assertEquals("{\"a\": [2.0, 3.0]}", edited(json, o -> o.with("a", without(o, 0))));
        assertEquals("{\"a\": [1.0, 3.0]}", edited(json, o -> o.with("a", without(o, 1))));
        assertEquals("{\"a\": [1.0, 2.0]}", edited(json, o -> o.with("a", without(o, 2))));
    }

    @Test
    void theLastOfTwoEqualKeysCountsAndBothStay() throws Exception {
        assertEquals("{\"a\":1,\"a\":3}", edited("{\"a\":1,\"a\":2}", o -> o.with("a", JsonValue.of(3))));
        assertEquals(2, parse("{\"a\":1,\"a\":2}").root().asObject().integer("a"));
    }

    private interface Edit {
        JsonObject apply(JsonObject object) throws JsonException;
    }

    private static JsonArray without(JsonObject object, int index) throws JsonException {
        JsonArray array = object.array("a");
        List<JsonValue> elements = new ArrayList<>(array.elements());
        elements.remove(index);
        return array.withElements(elements);
    }

    private static String edited(String json, Edit edit) throws JsonException {
        JsonDocument document = parse(json);
        JsonObject next = edit.apply(document.root().asObject());
        return new String(document.withRoot(next).toBytes(), StandardCharsets.UTF_8);
    }

    private static JsonDocument parse(String json) throws JsonException {
        return JsonDocument.parse("t", json.getBytes(StandardCharsets.UTF_8));
    }
}
