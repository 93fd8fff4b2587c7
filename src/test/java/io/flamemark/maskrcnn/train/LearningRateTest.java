package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.run.RunConfig;
import org.junit.jupiter.api.Test;

class LearningRateTest {

    @Test
    void risesLinearlyThenFollowsTheCosine() {
        LearningRate rate = rate("cosine", 1, 10, 110);
        assertEquals(0.001, rate.at(1), 1e-12);
        assertEquals(0.001 + 0.999 / 2, rate.at(6), 1e-12);
        assertEquals(1, rate.at(11), 1e-12);
        assertEquals(0.505, rate.at(61), 1e-12);
        assertEquals(0.01, rate.at(111), 1e-12);
        assertEquals(0.01, rate.at(500), 1e-12);
    }

    @Test
    void dropsTwiceInSteps() {
        LearningRate rate = rate("step", 2, 0, 90);
        assertEquals(2, rate.at(60), 1e-12);
        assertEquals(0.2, rate.at(61), 1e-12);
        assertEquals(0.02, rate.at(81), 1e-12);
    }

    @Test
    void staysWhereItIsConstant() {
        assertEquals(3, rate("constant", 3, 0, 10).at(9), 1e-12);
    }

    private static LearningRate rate(String schedule, double peak, int warmupSteps, int steps) {
        return new LearningRate(
                new RunConfig.Optimization("sgd", 1, steps, 1, peak, 0.9, 0, warmupSteps, schedule, 0),
                RunConfig.Tuning.USUAL,
                steps);
    }
}
