package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LearningRateTest {

    @Test
    void risesLinearlyThenFollowsTheCosine() {
        LearningRate rate = new LearningRate("cosine", 1, 10, 110);
        assertEquals(0.1, rate.at(1), 1e-12);
        assertEquals(1, rate.at(10), 1e-12);
        assertEquals(0.505, rate.at(60), 1e-12);
        assertEquals(0.01, rate.at(110), 1e-12);
        assertEquals(0.01, rate.at(500), 1e-12);
    }

    @Test
    void dropsTwiceInSteps() {
        LearningRate rate = new LearningRate("step", 2, 0, 90);
        assertEquals(2, rate.at(59), 1e-12);
        assertEquals(0.2, rate.at(60), 1e-12);
        assertEquals(0.02, rate.at(80), 1e-12);
    }

    @Test
    void staysWhereItIsConstant() {
        assertEquals(3, new LearningRate("constant", 3, 0, 10).at(9), 1e-12);
    }

    @Test
    void namesTheSchedulesThereAre() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new LearningRate("linear", 1, 0, 10));
        assertEquals("no schedule named linear; there are constant, step and cosine", refusal.getMessage());
    }
}
