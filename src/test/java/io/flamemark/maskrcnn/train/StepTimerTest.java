package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StepTimerTest {

    private final StepTimer timer = new StepTimer();

    @Test
    void theFirstStepIsForgottenAndTheNextFewCountAlike() {
        timer.addStep(60);
        assertEquals(60, timer.secondsAStep());
        timer.addStep(5);
        assertEquals(5, timer.secondsAStep());
        timer.addStep(1);
        timer.addStep(3);
        assertEquals(3, timer.secondsAStep(), 1e-12);
    }

    @Test
    void aMachineThatBecomesBusyIsNoticed() {
        for (int i = 0; i < 100; i++) {
            timer.addStep(1);
        }
        for (int i = 0; i < 20; i++) {
            timer.addStep(4);
        }
        assertTrue(timer.secondsAStep() > 3.5, "told: " + timer.secondsAStep());
    }

    @Test
    void whatIsLeftIsStepsAndValidations() {
        timer.addStep(2);
        timer.addValidation(30);
        assertEquals(10 * 2 + 3 * 30, timer.secondsLeft(10, 3));
    }
}
