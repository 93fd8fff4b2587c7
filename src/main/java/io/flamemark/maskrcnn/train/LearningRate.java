package io.flamemark.maskrcnn.train;

import io.flamemark.run.RunConfig;

/**
 * The learning rate of each step: a linear rise to the peak, then the schedule. The same figures as PyTorch's
 * {@code LinearLR} together with {@code MultiStepLR}, or followed by {@code CosineAnnealingLR}, called once a step,
 * which is how torchvision's reference training warms up.
 *
 * @param config peak, schedule and length of the rise
 * @param tuning the shape of both
 * @param steps of the whole run
 */
record LearningRate(RunConfig.Optimization config, RunConfig.Tuning tuning, int steps) {

    /** @param step counted from 1 */
    double at(int step) {
        int done = step - 1;
        return config.learningRate() * warmup(done) * course(done);
    }

    private double warmup(int done) {
        int length = config.warmupSteps();
        return done >= length ? 1 : tuning.warmupFactor() + (1 - tuning.warmupFactor()) * done / length;
    }

    private double course(int done) {
        return switch (config.schedule()) {
            case "constant" -> 1;
            case "cosine" -> cosine(done - config.warmupSteps());
            case "step" -> Math.pow(tuning.dropFactor(), drops(done));
            default ->
                throw new IllegalArgumentException(
                        "no schedule named " + config.schedule() + "; there are constant, step and cosine");
        };
    }

    private double cosine(int sinceWarmup) {
        int length = Math.max(1, steps - config.warmupSteps());
        double progress = Math.max(0, Math.min(1, (double) sinceWarmup / length));
        return tuning.cosineEnd() + (1 - tuning.cosineEnd()) * (1 + Math.cos(Math.PI * progress)) / 2;
    }

    private int drops(int done) {
        int first = (int) Math.round(tuning.firstDrop() * steps);
        int second = (int) Math.round(tuning.secondDrop() * steps);
        return done < first ? 0 : done < second ? 1 : 2;
    }
}
