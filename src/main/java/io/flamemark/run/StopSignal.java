package io.flamemark.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** How a running training is asked to stop. Safe to use from any thread. */
public final class StopSignal {

    /** When to stop. */
    public enum When {
        NEVER,
        AFTER_EPOCH,
        AFTER_STEP,

        /** After the step, and meant to go on later. */
        PAUSE
    }

    private final AtomicReference<When> when = new AtomicReference<>(When.NEVER);
    private volatile String reason;

    /** Asks to stop after the current step; the best epoch so far is kept. */
    public void stopAfterStep() {
        when.set(When.AFTER_STEP);
    }

    /**
     * Asks to stop after the current step though no person did.
     *
     * @param why a sentence, told with the end; not told where a person had asked before
     */
    public void stopAfterStep(String why) {
        if (when.getAndSet(When.AFTER_STEP) == When.NEVER) {
            reason = why;
        }
    }

    /** Asks to stop when the current epoch has been validated; never takes back a wish to stop sooner. */
    public void stopAfterEpoch() {
        when.compareAndSet(When.NEVER, When.AFTER_EPOCH);
    }

    /** Takes back the wish to stop after the epoch; a wish to stop sooner stays. */
    public void goOn() {
        when.compareAndSet(When.AFTER_EPOCH, When.NEVER);
    }

    /** Asks to pause after the current step; never takes back a wish to stop there for good. */
    public void pause() {
        when.updateAndGet(now -> now == When.AFTER_STEP ? now : When.PAUSE);
    }

    /** Asks in the words of a command; {@code NEVER} is to go on after the epoch. */
    public void ask(When wish) {
        if (wish == When.AFTER_STEP) {
            stopAfterStep();
        } else if (wish == When.AFTER_EPOCH) {
            stopAfterEpoch();
        } else if (wish == When.PAUSE) {
            pause();
        } else {
            goOn();
        }
    }

    /** Why it stops, where no person asked for it. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public boolean afterStep() {
        return when.get() == When.AFTER_STEP || isPause();
    }

    /** Whether the stop is a pause. */
    public boolean isPause() {
        return when.get() == When.PAUSE;
    }

    public boolean afterEpoch() {
        return when.get() != When.NEVER;
    }
}
