package io.flamemark.app.train.dashboard;

import io.flamemark.app.chart.Budget;
import io.flamemark.app.chart.Hue;
import io.flamemark.app.chart.Places;
import io.flamemark.app.chart.Plot;
import io.flamemark.app.chart.Plot.Marker;
import io.flamemark.app.chart.Plot.Range;
import io.flamemark.app.chart.Samples;
import io.flamemark.app.chart.Series;
import io.flamemark.app.chart.Series.Line;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunEvent.MachineMeasured;
import io.flamemark.run.RunEvent.StepMeasured;
import io.flamemark.settings.Settings.Charts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the charts show of one or several runs. One alone has a colour for each thing measured; where there are several
 * each has a colour of its own, and charts of many measures show the one that was picked.
 */
final class RunPlots {

    private static final double FULL_PERCENT = 100;

    private final List<ChartedRun> runs;
    private final Charts look;
    private final Budget budget;
    private boolean complete = true;

    /** @param budget for smoothing; once it is spent the curves end early, see {@link #isComplete} */
    RunPlots(List<ChartedRun> runs, Charts look, Budget budget) {
        this.runs = runs;
        this.look = look;
        this.budget = budget;
    }

    /** Whether all plots so far hold all there is. */
    boolean isComplete() {
        return complete;
    }

    /** The total loss: each step, and the validation at the end of each epoch; of several runs one colour has both. */
    Plot total() {
        Draft draft = new Draft();
        Line validation = isAlone() ? Line.DOTTED : Line.DASHED;
        for (ChartedRun run : runs) {
            draft.smoothed(run, Measure.TRAINING, isAlone() ? "" : "training");
            draft.plain(run, RunCurves::epochs, Measure.VALIDATION, validation, isAlone() ? "" : "validation");
        }
        return draft.plot(look.log(), Optional.empty());
    }

    /** The five losses, on the training images and on the validation images; of several runs only the picked one. */
    Plot parts(int picked) {
        Draft draft = new Draft();
        for (ChartedRun run : runs) {
            for (int i = 0; i < Measure.PARTS.size(); i++) {
                if (isAlone() || i == picked) {
                    draft.smoothed(run, Measure.PARTS.get(i), "");
                    draft.plain(run, RunCurves::epochs, Measure.VALIDATION_PARTS.get(i), Line.DASHED, "validation");
                }
            }
        }
        return draft.plot(look.log(), Optional.empty());
    }

    /** The scores on the validation images, 0..1; of several runs only the picked one. */
    Plot scores(int picked) {
        Draft draft = new Draft();
        for (ChartedRun run : runs) {
            for (int i = 0; i < Measure.SCORES.size(); i++) {
                if (isAlone() || i == picked) {
                    draft.plain(run, RunCurves::epochs, Measure.SCORES.get(i), Line.DOTTED, "");
                }
            }
        }
        return draft.plot(false, Optional.of(new Range(0, 1)));
    }

    /** The learning rate; never smoothed, since smoothing would show rates that never were. */
    Plot learningRate() {
        Draft draft = new Draft();
        runs.forEach(run -> draft.plain(run, RunCurves::steps, Measure.RATE, Line.SOLID, ""));
        return draft.plot(false, Optional.empty());
    }

    Plot speed() {
        Draft draft = new Draft();
        runs.forEach(run -> draft.smoothed(run, Measure.SPEED, ""));
        return draft.plot(false, Optional.empty());
    }

    /** In gigabytes. */
    Plot memory() {
        return machine(Measure.MEMORY, Optional.empty());
    }

    /** In percent of all processors. */
    Plot cpu() {
        return machine(Measure.CPU, Optional.of(new Range(0, FULL_PERCENT)));
    }

    private Plot machine(List<Measure<MachineMeasured>> measures, Optional<Range> yRange) {
        Draft draft = new Draft();
        for (ChartedRun run : runs) {
            // Of several runs only what each takes itself: the machine is the same.
            measures.stream()
                    .limit(isAlone() ? measures.size() : 1)
                    .forEach(m -> draft.plain(run, RunCurves::machine, m, Line.SOLID, ""));
        }
        return draft.plot(false, yRange);
    }

    /** How far all charts reach. */
    Optional<Range> reach() {
        Optional<Range> steps = learningRate().xRange();
        Optional<Range> epochs = scores(0).xRange();
        return steps.isEmpty() || epochs.isEmpty()
                ? steps.or(() -> epochs)
                : Optional.of(new Range(
                        Math.min(steps.get().low(), epochs.get().low()),
                        Math.max(steps.get().high(), epochs.get().high())));
    }

    private boolean isAlone() {
        return runs.size() == 1;
    }

    private String xLabel() {
        return switch (look.axis()) {
            case STEP -> "step";
            case EPOCH -> "epoch";
            case TIME -> "time";
        };
    }

    private Places places() {
        return switch (look.axis()) {
            case STEP -> Places.WHOLE;
            case EPOCH -> Places.PARTS;
            case TIME -> Places.SECONDS;
        };
    }

    private List<Marker> markers() {
        List<Marker> markers = new ArrayList<>();
        for (ChartedRun run : runs) {
            run.curves()
                    .best()
                    .ifPresent(best -> markers.add(new Marker(
                            run.curves().placeOf(best, look.axis()),
                            (best.validation().isPresent() ? "best: " : "kept: ")
                                    + (isAlone() ? "epoch " : "")
                                    + best.epoch())));
        }
        return markers;
    }

    /** The curves of one plot as they come together. */
    private final class Draft {
        private final List<Series> series = new ArrayList<>();

        <E extends RunEvent> void plain(
                ChartedRun run, Function<RunCurves, Track<E>> of, Measure<E> measure, Line line, String detail) {
            Track<E> track = of.apply(run.curves());
            add(run, measure, track.places(look.axis()), track.values(measure), line, detail);
        }

        /** Smoothed, with the raw values faint behind. */
        void smoothed(ChartedRun run, Measure<StepMeasured> measure, String detail) {
            Track<StepMeasured> track = run.curves().steps();
            if (look.smoothing() > 0) {
                plain(run, RunCurves::steps, measure, Line.FAINT, detail);
                Samples calm = track.smoothed(measure).at(look.smoothing(), budget);
                complete &= track.smoothed(measure).isComplete();
                add(run, measure, track.places(look.axis()), calm, Line.SOLID, detail);
            } else {
                plain(run, RunCurves::steps, measure, Line.SOLID, detail);
            }
        }

        private void add(ChartedRun run, Measure<?> measure, Samples x, Samples y, Line line, String detail) {
            String name = isAlone() ? measure.name() : run.name();
            Hue hue = isAlone() ? measure.hue() : run.hue();
            series.add(new Series(name, detail, hue, line, x, y));
        }

        Plot plot(boolean log, Optional<Range> yRange) {
            return new Plot(xLabel(), places(), series, markers(), log, yRange);
        }
    }
}
