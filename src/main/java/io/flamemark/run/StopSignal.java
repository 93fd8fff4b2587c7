package io.flamemark.run;

import java.util.concurrent.atomic.AtomicReference;

/** How a running training is asked to stop. Safe to use from any thread. */
public final class StopSignal {

    /** When to stop. */
    public enum When {
        NEVER,
        AFTER_EPOCH,
        AFTER_STEP
    }

    private final AtomicReference<When> when = new AtomicReference<>(When.NEVER);

    /** Asks to stop after the current step; the best epoch so far is kept. */
    public void stopAfterStep() {
        when.set(When.AFTER_STEP);
    }

    /** Asks to stop when the current epoch has been validated; never takes back a wish to stop sooner. */
    public void stopAfterEpoch() {
        when.compareAndSet(When.NEVER, When.AFTER_EPOCH);
    }

    /** Asks in the words of a command; {@code NEVER} takes nothing back. */
    public void ask(When wish) {
        if (wish == When.AFTER_STEP) {
            stopAfterStep();
        } else if (wish == When.AFTER_EPOCH) {
            stopAfterEpoch();
        }
    }

    public boolean afterStep() {
        return when.get() == When.AFTER_STEP;
    }

    public boolean afterEpoch() {
        return when.get() != When.NEVER;
    }
}
