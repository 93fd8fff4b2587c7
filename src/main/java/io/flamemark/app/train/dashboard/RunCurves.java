package io.flamemark.app.train.dashboard;

import io.flamemark.app.chart.Budget;
import io.flamemark.run.RunEvent.EpochMeasured;
import io.flamemark.run.RunEvent.MachineMeasured;
import io.flamemark.run.RunEvent.Started;
import io.flamemark.run.RunEvent.StepMeasured;
import io.flamemark.run.RunHistory;
import io.flamemark.settings.Settings.Charts.Axis;
import java.util.Optional;

/** All that the charts show of one run, as columns that grow with it. For the window's thread. */
final class RunCurves {

    private final Track<StepMeasured> steps = new Track<>(Measure.OF_STEPS, StepMeasured::step);
    private final Track<EpochMeasured> epochs = new Track<>(Measure.OF_EPOCHS, EpochMeasured::step);
    private final Track<MachineMeasured> machine = new Track<>(Measure.OF_MACHINE, MachineMeasured::step);
    private Optional<EpochMeasured> best = Optional.empty();

    /**
     * Takes in what the run told since it was last called, as far as the budget goes.
     *
     * @return whether that was all
     */
    boolean follow(RunHistory run, Budget budget) {
        int stepsPerEpoch =
                Math.max(1, run.started().map(Started::stepsPerEpoch).orElse(1));
        best = run.best();
        boolean all = epochs.follow(run.epochs(), stepsPerEpoch, budget);
        all &= machine.follow(run.machine(), stepsPerEpoch, budget);
        return steps.follow(run.steps(), stepsPerEpoch, budget) && all;
    }

    Track<StepMeasured> steps() {
        return steps;
    }

    Track<EpochMeasured> epochs() {
        return epochs;
    }

    Track<MachineMeasured> machine() {
        return machine;
    }

    Optional<EpochMeasured> best() {
        return best;
    }

    /** Where an epoch ended. */
    double placeOf(EpochMeasured epoch, Axis axis) {
        int index = epochs.places(Axis.STEP).nearest(epoch.step());
        return index < 0 ? Double.NaN : epochs.places(axis).get(index);
    }
}
