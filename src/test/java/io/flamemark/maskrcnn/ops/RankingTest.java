package io.flamemark.maskrcnn.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankingTest {

    /** Few different scores, so that many are equal; some are not numbers. */
    @Property(tries = 300)
    void picksWhatSortingWouldPick(
            @ForAll @Size(max = 60) List<@IntRange(min = -5, max = 6) Integer> drawn,
            @ForAll @IntRange(max = 70) int most,
            @ForAll @IntRange(max = 60) int from) {
        float[] scores = new float[drawn.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = drawn.get(i) > 5 ? Float.NaN : drawn.get(i) / 2f;
        }
        int start = Math.min(from, scores.length);
        int[] expected = IntStream.range(start, scores.length)
                .filter(i -> !Float.isNaN(scores[i]))
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -scores[i]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
        assertArrayEquals(expected, Ranking.top(scores, start, scores.length, most));
    }

    @Test
    void bothZerosAreEqual() {
        assertArrayEquals(new int[] {2, 0, 1, 3}, Ranking.descending(new float[] {-0f, 0f, 1, -1}));
    }
}
