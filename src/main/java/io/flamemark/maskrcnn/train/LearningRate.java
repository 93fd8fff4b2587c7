package io.flamemark.maskrcnn.train;

import io.flamemark.run.RunConfig;

/**
 * The learning rate of each step: a linear rise to the peak, then the schedule.
 *
 * @param steps of the whole run
 */
record LearningRate(String schedule, double peak, int warmupSteps, int steps) {

    /** The cosine ends at this share of the peak. */
    private static final double COSINE_END = 0.01;

    LearningRate {
        if (!schedule.equals("constant") && !schedule.equals("step") && !schedule.equals("cosine")) {
            throw new IllegalArgumentException(
                    "no schedule named " + schedule + "; there are constant, step and cosine");
        }
    }

    static LearningRate of(RunConfig.Optimization config, int steps) {
        return new LearningRate(config.schedule(), config.learningRate(), config.warmupSteps(), steps);
    }

    /** @param step counted from 1 */
    double at(int step) {
        if (step <= warmupSteps) {
            return peak * step / warmupSteps;
        }
        double progress = Math.min(1, (double) (step - warmupSteps) / Math.max(1, steps - warmupSteps));
        return peak * factor(progress);
    }

    private double factor(double progress) {
        return switch (schedule) {
            case "cosine" -> COSINE_END + (1 - COSINE_END) * (1 + Math.cos(Math.PI * progress)) / 2;
            // The drops of Detectron's schedule: at 2/3 and 8/9 of the way.
            case "step" -> progress < 2.0 / 3 ? 1 : progress < 8.0 / 9 ? 0.1 : 0.01;
            default -> 1;
        };
    }
}
