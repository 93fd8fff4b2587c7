package io.flamemark.host;

import io.flamemark.run.LoggedEvent;
import io.flamemark.run.RunEvent;

/** Hears what a training tells. Called on one thread at a time, in order. */
public interface RunListener {

    void onEvent(RunEvent event);

    /** An event with its place in the log; for those to whom it matters when it was told. */
    default void onLogged(LoggedEvent logged) {
        onEvent(logged.event());
    }

    /** The worker has said nothing for long (true), or speaks again (false). */
    default void onUnresponsive(boolean silent) {}

    void onExit(WorkerExit exit);
}
