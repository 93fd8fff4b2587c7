package io.flamemark.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.chart.Plot.Range;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChartViewTest {

    private final ChartView view = new ChartView();
    private final AtomicInteger changes = new AtomicInteger();

    @BeforeEach
    void setUp() {
        view.setWhole(Optional.of(new Range(0, 100)));
        view.onChange(changes::incrementAndGet);
    }

    private Range window() {
        return view.window().orElseThrow();
    }

    @Test
    @DisplayName("zooming keeps the place under the mouse where it is")
    void zoom() {
        view.zoomAt(20, 0.5);
        assertEquals(new Range(10, 60), window());
        view.zoomAt(60, 0.5);
        assertEquals(new Range(35, 60), window());
        assertEquals(2, changes.get());
    }

    @Test
    @DisplayName("zooming out ends where all is in sight, and then follows what comes")
    void zoomOut() {
        view.zoomAt(50, 0.5);
        view.zoomAt(50, 10);
        assertFalse(view.isZoomed());
        view.setWhole(Optional.of(new Range(0, 200)));
        assertEquals(200, view.xAxis(Plot.empty("step")).high());
    }

    @Test
    @DisplayName("a stretch zoomed to stays while the run goes on")
    void stays() {
        view.show(10, 20);
        view.setWhole(Optional.of(new Range(0, 500)));
        assertEquals(new Range(10, 20), window());
        assertEquals(new Scale(false, 10, 20), view.xAxis(Plot.empty("step")));
    }

    @Test
    @DisplayName("a stretch that is no longer there, since a run went back, gives way to all there is")
    void gone() {
        view.show(60, 90);
        view.setWhole(Optional.of(new Range(0, 70)));
        assertEquals(new Range(60, 90), window());
        view.setWhole(Optional.of(new Range(0, 50)));
        assertFalse(view.isZoomed());
        assertEquals(2, changes.get(), "those who show that it is zoomed are told");
    }

    @Test
    @DisplayName("moving stops at both ends and keeps the width")
    void pan() {
        view.show(40, 60);
        view.pan(1000);
        assertEquals(new Range(80, 100), window());
        view.pan(-1000);
        assertEquals(new Range(0, 20), window());
        view.showAll();
        view.pan(10);
        assertFalse(view.isZoomed(), "all is in sight: there is nowhere to move to");
    }

    @Test
    @DisplayName("it cannot be zoomed beyond all measure, nor before there is anything")
    void limits() {
        view.show(50, 50);
        assertFalse(view.isZoomed());
        for (int i = 0; i < 500; i++) {
            view.zoomAt(50, 0.5);
        }
        assertTrue(window().high() - window().low() > 0);
        ChartView empty = new ChartView();
        empty.zoomAt(1, 0.5);
        empty.pan(3);
        assertFalse(empty.isZoomed());
    }

    @Test
    @DisplayName("the place under the mouse and hidden curves are told to all charts, once each")
    void shared() {
        AtomicInteger moves = new AtomicInteger();
        view.onCursor(moves::incrementAndGet);
        view.setCursor(Optional.of(3.0));
        view.setCursor(Optional.of(3.0));
        assertEquals(1, moves.get());
        view.setShown("mask", false);
        view.setShown("mask", false);
        assertEquals(1, changes.get());
        assertFalse(view.isShown("mask"));
    }
}
