package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.run.StopSignal.When;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StopSignalTest {

    private final StopSignal stop = new StopSignal();

    @Test
    @DisplayName("the wish to stop after the epoch can be taken back, the wish to stop sooner cannot")
    void takenBack() {
        stop.ask(When.AFTER_EPOCH);
        assertTrue(stop.afterEpoch());
        stop.ask(When.NEVER);
        assertFalse(stop.afterEpoch());
        stop.ask(When.PAUSE);
        stop.ask(When.NEVER);
        assertTrue(stop.afterStep() && stop.isPause());
    }

    @Test
    @DisplayName("a wish to stop sooner holds, and a pause never takes the place of a stop")
    void sooner() {
        stop.ask(When.AFTER_STEP);
        stop.ask(When.AFTER_EPOCH);
        stop.ask(When.PAUSE);
        assertTrue(stop.afterStep());
        assertFalse(stop.isPause());
    }

    @Test
    @DisplayName("why it stops is told only where no person had asked")
    void reason() {
        stop.stopAfterStep("The disk is full.");
        assertEquals(Optional.of("The disk is full."), stop.reason());
        StopSignal asked = new StopSignal();
        asked.ask(When.AFTER_EPOCH);
        asked.stopAfterStep("The disk is full.");
        assertEquals(Optional.empty(), asked.reason());
    }
}
