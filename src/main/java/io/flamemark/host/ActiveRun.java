package io.flamemark.host;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.StopSignal;
import java.util.concurrent.CompletableFuture;

/** A training under way. */
public interface ActiveRun {

    RunDirectory directory();

    /** Asks for an end; the best epoch so far is kept. Returns at once. */
    void stop(StopSignal.When when);

    /**
     * Asks for a pause: a checkpoint is written at the step, the process ends, and the run waits as {@code PAUSED} until
     * it is resumed ({@link io.flamemark.run.RunResumption}), with the same losses as without the pause.
     */
    default void pause() {
        stop(StopSignal.When.PAUSE);
    }

    /** Ends it by force, for when it no longer answers. The last checkpoint stays. */
    void kill();

    /** Whether another program holds it, so that it goes on when this one closes. It can be stopped from here all the same. */
    default boolean isWatched() {
        return false;
    }

    /** Completes, never exceptionally, when the training has ended one way or another. */
    CompletableFuture<WorkerExit> exit();
}
