package io.flamemark.app.train;

import io.flamemark.app.chart.Hue;
import io.flamemark.app.chart.Plot;
import io.flamemark.app.chart.Plot.Marker;
import io.flamemark.app.chart.Plot.Range;
import io.flamemark.app.chart.Series;
import io.flamemark.app.chart.Series.Line;
import io.flamemark.app.chart.Smoothing;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunEvent.EpochMeasured;
import io.flamemark.run.RunEvent.StepMeasured;
import io.flamemark.run.RunHistory;
import io.flamemark.run.Scores;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the charts of a run show, from what the run has told so far. Pure. */
final class RunPlots {

    private RunPlots() {}

    /** One of the five losses. */
    private record Part(String name, Hue hue, ToDoubleFunction<LossBreakdown> value) {}

    private static final List<Part> PARTS = List.of(
            new Part("mask", Hue.GREEN, LossBreakdown::mask),
            new Part("class", Hue.BLUE, LossBreakdown::classifier),
            new Part("box", Hue.VERMILLION, LossBreakdown::boxRegression),
            new Part("objectness", Hue.PURPLE, LossBreakdown::objectness),
            new Part("proposal box", Hue.AMBER, LossBreakdown::rpnBoxRegression));

    /**
     * The total loss by step: training smoothed over the raw values, validation at the end of each epoch.
     *
     * @param smoothing weight of the past, 0..0.999
     */
    static Plot total(RunHistory run, double smoothing) {
        double[] x = steps(run);
        double[] raw = run.steps().stream().mapToDouble(s -> s.losses().total()).toArray();
        Series faint = new Series("training", "", Hue.BLUE, Line.FAINT, x, raw);
        Series smooth = new Series("training", "", Hue.BLUE, Line.SOLID, x, Smoothing.of(raw, smoothing));
        Series validation =
                validation(run, new Part("validation", Hue.VERMILLION, LossBreakdown::total), "", Line.DOTTED);
        return new Plot(
                "step", List.of(faint, smooth, validation), marker(run, EpochMeasured::step), false, Optional.empty());
    }

    /** The five losses by step, not smoothed but thinned by epoch once there are epochs; validation dotted. */
    static Plot parts(RunHistory run, double smoothing) {
        double[] x = steps(run);
        List<Series> series = PARTS.stream()
                .flatMap(part -> Stream.of(
                        new Series(
                                part.name(),
                                "",
                                part.hue(),
                                Line.SOLID,
                                x,
                                Smoothing.of(values(run, part.value()), smoothing)),
                        validation(run, part, "validation", Line.DASHED)))
                .toList();
        return new Plot("step", series, marker(run, EpochMeasured::step), false, Optional.empty());
    }

    /** The scores on the validation images by epoch, 0..1. */
    static Plot scores(RunHistory run) {
        List<EpochMeasured> scored =
                run.epochs().stream().filter(e -> e.scores().isPresent()).toList();
        List<Series> series = List.of(
                score(scored, "mask AP50", Hue.GREEN, Scores::maskAp50),
                score(scored, "mask AP", Hue.BLUE, Scores::maskAp),
                score(scored, "box AP50", Hue.AMBER, Scores::boxAp50),
                score(scored, "mean IoU", Hue.VERMILLION, Scores::meanIou));
        return new Plot("epoch", series, marker(run, EpochMeasured::epoch), false, Optional.of(new Range(0, 1)));
    }

    /** The learning rate by step; never smoothed, since smoothing would show rates that never were. */
    static Plot learningRate(RunHistory run) {
        double[] rates =
                run.steps().stream().mapToDouble(StepMeasured::learningRate).toArray();
        Series series = new Series("learning rate", "", Hue.GREY, Line.SOLID, steps(run), rates);
        return new Plot("step", List.of(series), List.of(), false, Optional.empty());
    }

    private static double[] steps(RunHistory run) {
        return run.steps().stream().mapToDouble(StepMeasured::step).toArray();
    }

    private static double[] values(RunHistory run, ToDoubleFunction<LossBreakdown> value) {
        return run.steps().stream()
                .mapToDouble(s -> value.applyAsDouble(s.losses()))
                .toArray();
    }

    private static Series validation(RunHistory run, Part part, String detail, Line line) {
        List<EpochMeasured> judged =
                run.epochs().stream().filter(e -> e.validation().isPresent()).toList();
        double[] x = judged.stream().mapToDouble(EpochMeasured::step).toArray();
        double[] y = judged.stream()
                .mapToDouble(e -> part.value().applyAsDouble(e.validation().orElseThrow()))
                .toArray();
        return new Series(part.name(), detail, part.hue(), line, x, y);
    }

    /** A score where it is defined; COCO's -1 for "no truth" leaves a gap. */
    private static Series score(List<EpochMeasured> scored, String name, Hue hue, ToDoubleFunction<Scores> value) {
        double[] x = scored.stream().mapToDouble(EpochMeasured::epoch).toArray();
        double[] y = scored.stream()
                .mapToDouble(e -> value.applyAsDouble(e.scores().orElseThrow()))
                .map(v -> v < 0 ? Double.NaN : v)
                .toArray();
        return new Series(name, "", hue, Line.DOTTED, x, y);
    }

    private static List<Marker> marker(RunHistory run, ToDoubleFunction<EpochMeasured> x) {
        return run.best().map(best -> new Marker(x.applyAsDouble(best), "best: epoch " + best.epoch())).stream()
                .toList();
    }
}
