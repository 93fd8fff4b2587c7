package io.flamemark.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumberTest {

    @ParameterizedTest
    @CsvSource({
        "-0, 0",
        "1E+2, 100",
        "2.50e1, 25",
        "9007199254740993.0, 9007199254740993",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "1e00000000000000000018, 1000000000000000000",
        "1e-99999999999, 0",
        "0e99999999999, 0"
    })
    void aWholeNumberMayBeWrittenInManyWays(String literal, long value) throws Exception {
        assertEquals(value, JsonValue.parse("t", literal).asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "1e-3", "9223372036854775808", "-9223372036854775809", "1e99999999999"})
    void anotherIsRefused(String literal) throws Exception {
        JsonValue number = JsonValue.parse("t", literal);
        assertThrows(JsonException.class, number::asLong);
    }
}
