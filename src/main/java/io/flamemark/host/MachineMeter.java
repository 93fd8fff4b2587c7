package io.flamemark.host;

import io.flamemark.run.RunEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides when a training tells what it takes of the machine: after a step, but not after each of a quick run's. */
final class MachineMeter {

    private static final Duration INTERVAL = Duration.ofSeconds(3);

    private final Clock clock;
    private Instant next = Instant.MIN;

    MachineMeter(Clock clock) {
        this.clock = clock;
    }

    /** What to tell after an event, if anything. */
    Optional<RunEvent.MachineMeasured> after(RunEvent event) {
        Instant now = clock.instant();
        if (!(event instanceof RunEvent.StepMeasured step) || now.isBefore(next)) {
            return Optional.empty();
        }
        next = now.plus(INTERVAL);
        return Optional.of(Vitals.measured(step.step()));
    }
}
