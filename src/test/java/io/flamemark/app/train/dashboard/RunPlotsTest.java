package io.flamemark.app.train.dashboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.chart.Budget;
import io.flamemark.app.chart.Hue;
import io.flamemark.app.chart.Places;
import io.flamemark.app.chart.Plot;
import io.flamemark.app.chart.Series;
import io.flamemark.app.train.model.RunProgress;
import io.flamemark.run.LoggedEvent;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunHistory;
import io.flamemark.run.RunState;
import io.flamemark.run.Scores;
import io.flamemark.settings.Settings.Charts;
import io.flamemark.settings.Settings.Charts.Axis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunPlotsTest {

    private static final LossBreakdown LOSSES = new LossBreakdown(0.1, 0.2, 0.3, 0.4, 0.5);
    private static final Charts RAW = new Charts(Axis.STEP, false, 0);
    private static final Charts CALM = new Charts(Axis.STEP, true, 0.9);

    private static RunEvent step(int step, double factor) {
        return new RunEvent.StepMeasured(1, step, LOSSES.times(factor), 0.01 * step, 4, 1);
    }

    /** Two steps, ten seconds apart, and the epoch they make. */
    private static RunHistory history() {
        List<RunEvent> events = List.of(
                new RunEvent.Started("run", 2, 1, 1, 2, 10),
                step(1, 2),
                step(2, 1),
                new RunEvent.MachineMeasured(2, 2048, 512, 0.5, Double.NaN),
                new RunEvent.EpochMeasured(
                        1, 2, LOSSES, Optional.of(LOSSES), Optional.of(new Scores(-1, 0.5, 0.4, 0.6, 0.7)), true, 3));
        List<LoggedEvent> logged = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            logged.add(new LoggedEvent(i + 1, Instant.EPOCH.plusSeconds(10L * i), events.get(i)));
        }
        return RunHistory.ofLog(logged);
    }

    private static ChartedRun run(String name, Hue hue, RunHistory history) {
        RunCurves curves = new RunCurves();
        curves.follow(history, Budget.endless());
        return new ChartedRun(name, hue, curves);
    }

    private static RunPlots plots(Charts look) {
        return new RunPlots(List.of(run("run", Hue.BLUE, history())), look, Budget.endless());
    }

    private static Series series(Plot plot, String label, Series.Line line) {
        return plot.series().stream()
                .filter(s -> s.label().equals(label) && s.line() == line)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("the raw total is kept behind the smoothed one; validation stands at the step its epoch ended")
    void total() {
        Plot plot = plots(CALM).total();
        assertArrayEquals(
                new double[] {3, 1.5},
                series(plot, "training", Series.Line.FAINT).y().toArray(),
                1e-12);
        double[] calm = series(plot, "training", Series.Line.SOLID).y().toArray();
        assertTrue(calm[0] == 3 && calm[1] > 1.5 && calm[1] < 3);
        assertArrayEquals(
                new double[] {2},
                series(plot, "validation", Series.Line.DOTTED).x().toArray());
        assertEquals("best: epoch 1", plot.markers().get(0).label());
        assertTrue(plot.log());
    }

    @Test
    @DisplayName("without smoothing there is no second curve behind")
    void unsmoothed() {
        Plot plot = plots(RAW).total();
        assertTrue(plot.series().stream().noneMatch(s -> s.line() == Series.Line.FAINT));
        assertArrayEquals(
                new double[] {3, 1.5},
                series(plot, "training", Series.Line.SOLID).y().toArray(),
                1e-12);
    }

    @Test
    @DisplayName("each of the five losses has its own curve, and one for validation")
    void parts() {
        Plot plot = plots(RAW).parts(0);
        assertEquals(10, plot.series().size());
        assertArrayEquals(
                new double[] {1, 0.5},
                series(plot, "mask", Series.Line.SOLID).y().toArray(),
                1e-12);
        assertArrayEquals(
                new double[] {0.2},
                series(plot, "proposal box, validation", Series.Line.DASHED).y().toArray());
    }

    @Test
    @DisplayName("an undefined score is a gap, not -1")
    void scores() {
        Plot plot = plots(CALM).scores(0);
        assertTrue(series(plot, "mask AP", Series.Line.DOTTED).isEmpty());
        assertArrayEquals(
                new double[] {0.5},
                series(plot, "mask AP50", Series.Line.DOTTED).y().toArray());
        assertFalse(plot.log(), "scores are fractions");
    }

    @Test
    @DisplayName("the learning rate is never smoothed")
    void learningRate() {
        Plot plot = plots(CALM).learningRate();
        assertEquals(1, plot.series().size());
        assertArrayEquals(
                new double[] {0.01, 0.02},
                series(plot, "learning rate", Series.Line.SOLID).y().toArray(),
                1e-12);
    }

    @Test
    @DisplayName("on the axis of epochs and of time everything stands where it belongs, the mark of the best epoch too")
    void axes() {
        Plot epochs = plots(new Charts(Axis.EPOCH, false, 0)).total();
        assertArrayEquals(
                new double[] {0.5, 1},
                series(epochs, "training", Series.Line.SOLID).x().toArray());
        assertEquals(1, epochs.markers().get(0).x());
        Plot time = plots(new Charts(Axis.TIME, false, 0)).total();
        assertEquals(Places.SECONDS, time.places());
        assertArrayEquals(
                new double[] {10, 20},
                series(time, "training", Series.Line.SOLID).x().toArray());
        assertEquals(40, time.markers().get(0).x());
    }

    @Test
    @DisplayName("memory is shown in gigabytes, the processor in percent; what the system does not say is a gap")
    void machine() {
        RunPlots plots = plots(RAW);
        double[] memory =
                series(plots.memory(), "process", Series.Line.SOLID).y().toArray();
        assertArrayEquals(new double[] {2}, memory);
        assertArrayEquals(
                new double[] {50},
                series(plots.cpu(), "process", Series.Line.SOLID).y().toArray());
        assertTrue(series(plots.cpu(), "machine", Series.Line.SOLID).isEmpty());
        assertArrayEquals(
                new double[] {4, 4},
                series(plots.speed(), "images a second", Series.Line.SOLID).y().toArray());
    }

    @Test
    @DisplayName("several runs have a colour each; of many measures the picked one is drawn")
    void several() {
        List<ChartedRun> both = List.of(run("first", Hue.BLUE, history()), run("second", Hue.VERMILLION, history()));
        RunPlots plots = new RunPlots(both, RAW, Budget.endless());
        Plot total = plots.total();
        assertEquals(
                Hue.VERMILLION,
                series(total, "second, validation", Series.Line.DASHED).hue());
        assertEquals(2, total.markers().size());
        Plot parts = plots.parts(2);
        assertEquals(4, parts.series().size());
        assertArrayEquals(
                new double[] {0.8, 0.4},
                series(parts, "first", Series.Line.SOLID).y().toArray(),
                1e-12);
        assertEquals(
                List.of("first", "second"),
                plots.scores(0).series().stream().map(Series::name).toList());
    }

    @Test
    @DisplayName("all charts reach as far as the longest of them")
    void reach() {
        assertEquals(Optional.of(new Plot.Range(1, 2)), plots(RAW).reach());
        assertEquals(Optional.empty(), new RunPlots(List.of(), RAW, Budget.endless()).reach());
    }

    @Test
    @DisplayName("a run without events has empty plots, not errors")
    void nothing() {
        RunPlots plots = new RunPlots(List.of(run("run", Hue.BLUE, new RunHistory())), CALM, Budget.endless());
        assertTrue(plots.total().isEmpty()
                && plots.scores(0).isEmpty()
                && plots.cpu().isEmpty());
        assertEquals(-1, RunProgress.of(new RunHistory()).fraction());
    }

    @Test
    @DisplayName("a run that was stopped has come so far as it came")
    void stoppedPartway() {
        RunHistory stopped = RunHistory.of(PlausibleRun.unfinished(20, 5));
        stopped.add(new RunEvent.Ended(RunState.STOPPED, "Stopped.", 5));
        assertEquals(0.25, RunProgress.of(stopped).fraction(), 1e-9);
    }
}
