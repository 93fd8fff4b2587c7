package io.flamemark.maskrcnn.train;

/** Measures how long steps and validations take and says how long the rest will. */
final class StepTimer {

    /** The least weight of the newest step in the running mean: the machine may be busy for a while. */
    private static final double FRESHNESS = 0.1;

    private double secondsAStep;
    private double secondsAValidation;
    private int measured;

    void addStep(double seconds) {
        // The first step also warms up; its time says nothing about the others. Of the next few each counts alike.
        double weight = measured == 0 ? 1 : Math.max(FRESHNESS, 1.0 / measured);
        secondsAStep += weight * (seconds - secondsAStep);
        measured++;
    }

    void addValidation(double seconds) {
        secondsAValidation = seconds;
    }

    double secondsAStep() {
        return secondsAStep;
    }

    double secondsLeft(int steps, int validations) {
        return steps * secondsAStep + validations * secondsAValidation;
    }
}
