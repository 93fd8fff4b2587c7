package io.flamemark.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.run.RunEvent;
import io.flamemark.run.RunEvent.MachineMeasured;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MachineMeterTest {

    /** Stands until it is moved. */
    private static final class Hands extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Hands clock = new Hands();
    private final MachineMeter meter = new MachineMeter(clock);

    @Test
    @DisplayName("what a training takes is told after a step, not after each of a quick run's")
    void now() {
        assertEquals(Optional.empty(), meter.after(new RunEvent.Notice(RunEvent.Level.INFO, "")));
        assertEquals(7, meter.after(ScriptedBackend.step(7)).orElseThrow().step());
        assertEquals(Optional.empty(), meter.after(ScriptedBackend.step(8)));
        clock.now = clock.now.plusSeconds(10);
        assertEquals(9, meter.after(ScriptedBackend.step(9)).orElseThrow().step());
    }

    @Test
    @DisplayName("the figures are this process's: a heap in use, shares of the processors between none and all")
    void plausible() {
        MachineMeasured measured = meter.after(ScriptedBackend.step(1)).orElseThrow();
        assertTrue(measured.heapMebibytes() > 0 && measured.heapMebibytes() < 1 << 20, measured.toString());
        assertTrue(measured.residentMebibytes() == -1 || measured.residentMebibytes() > 0, measured.toString());
        for (double share : new double[] {measured.processCpu(), measured.machineCpu()}) {
            assertTrue(Double.isNaN(share) || share >= 0 && share <= 1, measured.toString());
        }
    }
}
