package io.flamemark.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineIndexTest {

    /** Lines much shorter than a block of the index, about as long, and much longer. */
    @ParameterizedTest
    @ValueSource(ints = {3, 500, 5_000})
    void findsTheLineOfEveryCharacter(int length) {
        String text = new Random(length)
                .ints(20_000, 0, length)
                .mapToObj(i -> i == 0 ? "\n" : "x")
                .collect(Collectors.joining());
        LineIndex index = new LineIndex(text);
        int line = 1;
        int column = 1;
        for (int i = 0; i <= text.length(); i++) {
            assertEquals(new JsonPlace("f", line, column), index.place("f", i));
            boolean ends = i < text.length() && text.charAt(i) == '\n';
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
    }
}
