package io.flamemark.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.chart.Plot;
import io.flamemark.app.chart.Series;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunHistory;
import io.flamemark.run.Scores;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunPlotsTest {

    private static final LossBreakdown LOSSES = new LossBreakdown(0.1, 0.2, 0.3, 0.4, 0.5);

    private static RunEvent step(int step, double factor) {
        return new RunEvent.StepMeasured(1, step, LOSSES.times(factor), 0.01, 1, 1);
    }

    private final RunHistory run = RunHistory.of(List.of(
            step(1, 2),
            step(2, 1),
            new RunEvent.EpochMeasured(
                    1, 2, LOSSES, Optional.of(LOSSES), Optional.of(new Scores(-1, 0.5, 0.4, 0.6, 0.7)), true, 3)));

    private static Series series(Plot plot, String label, Series.Line line) {
        return plot.series().stream()
                .filter(s -> s.label().equals(label) && s.line() == line)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("the raw total is kept behind the smoothed one; validation stands at the step its epoch ended")
    void total() {
        Plot plot = RunPlots.total(run, 0);
        assertArrayEquals(
                new double[] {3, 1.5},
                series(plot, "training", Series.Line.FAINT).y(),
                1e-12);
        assertArrayEquals(
                new double[] {2}, series(plot, "validation", Series.Line.DOTTED).x());
        assertEquals("best: epoch 1", plot.markers().get(0).label());
    }

    @Test
    @DisplayName("each of the five losses has its own curve, and one for validation")
    void parts() {
        Plot plot = RunPlots.parts(run, 0);
        assertEquals(10, plot.series().size());
        assertArrayEquals(
                new double[] {1, 0.5}, series(plot, "mask", Series.Line.SOLID).y(), 1e-12);
        assertArrayEquals(
                new double[] {0.2},
                series(plot, "proposal box, validation", Series.Line.DASHED).y());
    }

    @Test
    @DisplayName("an undefined score is a gap, not -1")
    void scores() {
        Plot plot = RunPlots.scores(run);
        assertTrue(series(plot, "mask AP", Series.Line.DOTTED).isEmpty());
        assertArrayEquals(
                new double[] {0.5},
                series(plot, "mask AP50", Series.Line.DOTTED).y());
    }

    @Test
    @DisplayName("a run without events has empty plots, not errors")
    void nothing() {
        RunHistory none = new RunHistory();
        assertTrue(RunPlots.total(none, 0.9).isEmpty() && RunPlots.scores(none).isEmpty());
        assertEquals(-1, RunProgress.of(none).fraction());
    }
}
