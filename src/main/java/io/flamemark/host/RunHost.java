package io.flamemark.host;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.util.Optional;

/** Where trainings run: in a worker whose crash harms nobody. */
public interface RunHost extends AutoCloseable {

    /**
     * Starts a training and returns at once. The job's run directory already holds its frozen configuration and data.
     *
     * @param listener told of every event and of the end, on a thread of the host's; must not block
     */
    ActiveRun start(TrainingJob job, RunListener listener);

    /**
     * Takes up a training that goes on in a process of its own, as one does that was detached before the program was
     * last closed.
     *
     * @param listener told of every event since the run's beginning, and of the end
     * @return empty where no such training is under way
     * @throws IOException if the run's directory cannot be read
     */
    default Optional<ActiveRun> attach(RunDirectory run, RunListener listener) throws IOException {
        return Optional.empty();
    }

    /**
     * Lets a training go on when this host closes; to the program it is over then, with {@link
     * WorkerExit.Kind#DETACHED}.
     *
     * @return whether it can; one on a thread of this process cannot
     */
    default boolean detach(ActiveRun run) {
        return false;
    }

    /** Stops what still runs and waits briefly. */
    @Override
    void close();
}
