package io.flamemark.host;

import io.flamemark.run.TrainingJob;

/** Where trainings run: in this process or, for the window, in a worker whose crash harms nobody. */
public interface RunHost extends AutoCloseable {

    /**
     * Starts a training and returns at once. The job's run directory already holds its frozen configuration and data.
     *
     * @param listener told of every event and of the end, on a thread of the host's; must not block
     */
    ActiveRun start(TrainingJob job, RunListener listener);

    /** Stops what still runs and waits briefly. */
    @Override
    void close();
}
