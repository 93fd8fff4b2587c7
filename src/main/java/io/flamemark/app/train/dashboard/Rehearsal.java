package io.flamemark.app.train.dashboard;

import io.flamemark.app.chart.Budget;
import io.flamemark.app.chart.CurveChart;
import io.flamemark.app.chart.Hue;
import io.flamemark.app.chart.Plot;
import io.flamemark.app.train.model.RunProgress;
import io.flamemark.app.train.model.Verdict;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunHistory;
import io.flamemark.run.RunState;
import io.flamemark.run.Scores;
import io.flamemark.settings.Settings.Charts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Does in the background, once, what the first events of a training make the window do: loading classes, linking code and
 * finding fonts takes a tenth of a second, for which the window's thread would stand still.
 */
public final class Rehearsal {

    private static final int STEPS = 800;
    private static final double SMOOTHING = 0.6;
    private static final long LONG = 10_000;

    private Rehearsal() {}

    /** @return one of the plots that were painted */
    public static Plot run() {
        RunHistory history = RunHistory.of(events());
        RunProgress.of(history);
        history.epochs().forEach(RunProgress::line);
        history.epochs().get(0).equals(history.epochs().get(1));
        Verdict.running(history, false, Optional.empty(), false);
        Verdict.past(history, RunState.FINISHED, "");
        RunCurves curves = new RunCurves();
        curves.follow(history, Budget.millis(LONG));
        Plot busiest = Plot.empty("");
        for (Charts look :
                List.of(new Charts(Charts.Axis.STEP, true, SMOOTHING), new Charts(Charts.Axis.TIME, false, 0))) {
            RunPlots plots = new RunPlots(List.of(new ChartedRun("", Hue.nth(0), curves)), look, Budget.millis(LONG));
            plots.reach();
            List<Plot> all = List.of(
                    plots.total(),
                    plots.parts(0),
                    plots.scores(0),
                    plots.learningRate(),
                    plots.speed(),
                    plots.memory(),
                    plots.cpu());
            all.forEach(CurveChart::rehearse);
            busiest = plots.parts(0);
        }
        return busiest;
    }

    /** Two epochs of a run that never was. */
    private static List<RunEvent> events() {
        LossBreakdown losses = new LossBreakdown(0.5, 0.4, 0.3, 0.2, 0.1);
        Scores scores = new Scores(0.2, 0.4, 0.2, 0.4, 0.5);
        Stream<RunEvent> steps = Stream.iterate(1, step -> step + 1)
                .limit(STEPS)
                .map(step -> new RunEvent.StepMeasured(1, step, losses, 1.0 / step, 2, STEPS));
        Stream<RunEvent> later = Stream.of(
                new RunEvent.EpochMeasured(1, STEPS / 2, losses, Optional.of(losses), Optional.of(scores), true, 1),
                new RunEvent.EpochMeasured(2, STEPS, losses, Optional.of(losses), Optional.of(scores), false, 1),
                new RunEvent.MachineMeasured(STEPS, 1, 1, 0.5, 0.5));
        Stream<RunEvent> first = Stream.of(new RunEvent.Started("", 1, 1, 2, STEPS / 2, 1));
        return Stream.of(first, steps, later).flatMap(it -> it).toList();
    }
}
