package io.flamemark.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScreenPathTest {

    private final Viewport view = new Viewport();

    @Test
    @DisplayName("points that can be told apart are all drawn, in their order")
    void all() {
        List<Point> points = List.of(new Point(0, 0), new Point(9, 0), new Point(9, 0.6), new Point(-4, 7));
        assertEquals(points, drawn(points));
        assertEquals(List.of(), drawn(List.of()));
        assertEquals(points.subList(0, 1), drawn(points.subList(0, 1)));
    }

    @Test
    @DisplayName("points on one spot are drawn once, but the line goes on to its end")
    void crowded() {
        List<Point> points = List.of(new Point(0, 0), new Point(0.2, 0.2), new Point(0.4, 0.4), new Point(0.1, 0));
        assertEquals(List.of(points.get(0), points.get(3)), drawn(points));
    }

    @Test
    @DisplayName("a million points across the picture become a line that can be drawn, from the first to the last")
    void aMillion() {
        List<Point> points = IntStream.range(0, 1_000_000)
                .mapToObj(i -> new Point(i % 2 * 900 + i % 7, i % 499))
                .toList();
        List<Point> drawn = drawn(points);
        assertTrue(drawn.size() <= ScreenPath.MOST + 1, "drawn: " + drawn.size());
        assertEquals(points.get(0), drawn.get(0));
        assertEquals(points.get(999_999), drawn.get(drawn.size() - 1));
    }

    private List<Point> drawn(List<Point> points) {
        List<Point> drawn = new ArrayList<>();
        ScreenPath.line(
                points,
                view,
                (x, y) -> {
                    assertTrue(drawn.isEmpty());
                    drawn.add(new Point(x, y));
                },
                (x, y) -> drawn.add(new Point(x, y)));
        return drawn;
    }
}
