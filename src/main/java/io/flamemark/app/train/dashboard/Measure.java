package io.flamemark.app.train.dashboard;

import io.flamemark.app.chart.Hue;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunEvent.EpochMeasured;
import io.flamemark.run.RunEvent.MachineMeasured;
import io.flamemark.run.RunEvent.StepMeasured;
import io.flamemark.run.Scores;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Something that one kind of event tells and a chart shows.
 *
 * @param name what the legend calls it
 * @param hue where the charts show one run alone
 * @param value NaN where there is none
 */
record Measure<E>(String name, Hue hue, ToDoubleFunction<E> value) {

    /** As the estimate before a start counts, which this is compared with. */
    private static final double MEBIBYTES_A_GIGABYTE = 1024;

    private static final double PERCENT = 100;

    static final Measure<StepMeasured> TRAINING =
            new Measure<>("training", Hue.BLUE, step -> step.losses().total());

    static final Measure<EpochMeasured> VALIDATION =
            new Measure<>("validation", Hue.VERMILLION, epoch -> judged(epoch, LossBreakdown::total));

    /** The five losses of a step. */
    static final List<Measure<StepMeasured>> PARTS = parts((step, loss) -> loss.applyAsDouble(step.losses()));

    /** The five losses on the validation images, in the same order. */
    static final List<Measure<EpochMeasured>> VALIDATION_PARTS = parts(Measure::judged);

    static final Measure<StepMeasured> RATE = new Measure<>("learning rate", Hue.GREY, StepMeasured::learningRate);

    static final Measure<StepMeasured> SPEED =
            new Measure<>("images a second", Hue.BLUE, StepMeasured::imagesPerSecond);

    static final List<Measure<EpochMeasured>> SCORES = List.of(
            score("mask AP50", Hue.GREEN, Scores::maskAp50),
            score("mask AP", Hue.BLUE, Scores::maskAp),
            score("box AP50", Hue.AMBER, Scores::boxAp50),
            score("box AP", Hue.PURPLE, Scores::boxAp),
            score("mean IoU", Hue.VERMILLION, Scores::meanIou));

    /** In gigabytes. */
    static final List<Measure<MachineMeasured>> MEMORY = List.of(
            new Measure<>("process", Hue.BLUE, m -> gigabytes(m.residentMebibytes())),
            new Measure<>("Java's heap", Hue.GREY, m -> gigabytes(m.heapMebibytes())));

    /** In percent of all processors. */
    static final List<Measure<MachineMeasured>> CPU = List.of(
            new Measure<>("process", Hue.BLUE, m -> m.processCpu() * PERCENT),
            new Measure<>("machine", Hue.GREY, m -> m.machineCpu() * PERCENT));

    static final List<Measure<StepMeasured>> OF_STEPS =
            Stream.concat(Stream.of(TRAINING, RATE, SPEED), PARTS.stream()).toList();

    static final List<Measure<EpochMeasured>> OF_EPOCHS = Stream.of(List.of(VALIDATION), VALIDATION_PARTS, SCORES)
            .flatMap(List::stream)
            .toList();

    static final List<Measure<MachineMeasured>> OF_MACHINE =
            Stream.concat(MEMORY.stream(), CPU.stream()).toList();

    /** Takes one of the losses from what an event tells. */
    private interface LossOf<E> {
        double of(E event, ToDoubleFunction<LossBreakdown> loss);
    }

    private static <E> List<Measure<E>> parts(LossOf<E> losses) {
        return List.of(
                new Measure<>("mask", Hue.GREEN, e -> losses.of(e, LossBreakdown::mask)),
                new Measure<>("class", Hue.BLUE, e -> losses.of(e, LossBreakdown::classifier)),
                new Measure<>("box", Hue.VERMILLION, e -> losses.of(e, LossBreakdown::boxRegression)),
                new Measure<>("objectness", Hue.PURPLE, e -> losses.of(e, LossBreakdown::objectness)),
                new Measure<>("proposal box", Hue.AMBER, e -> losses.of(e, LossBreakdown::rpnBoxRegression)));
    }

    private static double judged(EpochMeasured epoch, ToDoubleFunction<LossBreakdown> loss) {
        return epoch.validation().map(loss::applyAsDouble).orElse(Double.NaN);
    }

    /** COCO's -1 for "no truth" is a gap. */
    private static Measure<EpochMeasured> score(String name, Hue hue, ToDoubleFunction<Scores> score) {
        return new Measure<>(
                name,
                hue,
                epoch -> epoch.scores()
                        .map(score::applyAsDouble)
                        .filter(v -> v >= 0)
                        .orElse(Double.NaN));
    }

    private static double gigabytes(double mebibytes) {
        return mebibytes < 0 ? Double.NaN : mebibytes / MEBIBYTES_A_GIGABYTE;
    }
}
