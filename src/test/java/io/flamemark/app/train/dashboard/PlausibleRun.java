package io.flamemark.app.train.dashboard;

import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunState;
import io.flamemark.run.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Events as a training of a small network tells them: falling, noisy losses and rising scores. */
public final class PlausibleRun {

    private static final int FEW_STEPS = 20;

    private final int epochs;
    private final int stepsPerEpoch;
    private final Random noise = new Random(7);
    private double best = -1;
    private int bestEpoch;

    private PlausibleRun(int epochs, int stepsPerEpoch) {
        this.epochs = epochs;
        this.stepsPerEpoch = stepsPerEpoch;
    }

    /** A run of days. */
    public static List<RunEvent> epochs(int epochs, int stepsPerEpoch) {
        return new PlausibleRun(epochs, stepsPerEpoch).events(epochs);
    }

    /** From the start to the last validated epoch. */
    public static List<RunEvent> epochs(int epochs) {
        return new PlausibleRun(epochs, FEW_STEPS).events(epochs);
    }

    /** The first {@code done} epochs of a run planned for {@code planned}. */
    public static List<RunEvent> unfinished(int planned, int done) {
        return new PlausibleRun(planned, FEW_STEPS).events(done);
    }

    static RunEvent.Ended ended(int bestEpoch) {
        return new RunEvent.Ended(RunState.FINISHED, "All epochs are done.", bestEpoch);
    }

    private List<RunEvent> events(int done) {
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.Started("run", 20, 10, epochs, stepsPerEpoch, 12_345_678));
        for (int epoch = 1; epoch <= done; epoch++) {
            LossBreakdown mean = LossBreakdown.ZERO;
            for (int i = 1; i <= stepsPerEpoch; i++) {
                int step = (epoch - 1) * stepsPerEpoch + i;
                LossBreakdown losses = losses(step, 0.35);
                mean = mean.plus(losses.times(1.0 / stepsPerEpoch));
                int left = epochs * stepsPerEpoch - step;
                events.add(new RunEvent.StepMeasured(
                        epoch, step, losses, rate(step), 2.1 + 0.1 * noise.nextDouble(), left * 1.4));
            }
            events.add(measured(epoch, mean));
        }
        return events;
    }

    private RunEvent measured(int epoch, LossBreakdown mean) {
        double quality = 0.78 * (1 - Math.exp(-epoch / 7.0)) + 0.03 * noise.nextGaussian();
        double ap50 = Math.max(0, Math.min(1, quality));
        boolean isBest = ap50 > best;
        best = Math.max(best, ap50);
        bestEpoch = isBest ? epoch : bestEpoch;
        Scores scores = new Scores(ap50 * 0.62, ap50, ap50 * 0.58, Math.min(1, ap50 * 1.05), ap50 * 0.85);
        LossBreakdown validation = losses(epoch * stepsPerEpoch, 0.08).times(1.12 + 0.006 * epoch);
        return new RunEvent.EpochMeasured(
                epoch, epoch * stepsPerEpoch, mean, Optional.of(validation), Optional.of(scores), isBest, 31.4);
    }

    private LossBreakdown losses(int step, double roughness) {
        double fall = Math.exp(-step / 150.0);
        return new LossBreakdown(
                rough(0.03 + 0.66 * fall * fall, roughness),
                rough(0.02 + 0.11 * fall, roughness),
                rough(0.07 + 0.62 * fall, roughness),
                rough(0.09 + 0.16 * Math.sqrt(fall), roughness),
                rough(0.16 + 0.52 * fall, roughness));
    }

    private double rough(double value, double roughness) {
        return value * Math.exp(roughness * noise.nextGaussian());
    }

    private double rate(int step) {
        int all = epochs * stepsPerEpoch;
        double warm = Math.min(1, step / 30.0);
        return 0.01 * warm * 0.5 * (1 + Math.cos(Math.PI * step / all));
    }
}
