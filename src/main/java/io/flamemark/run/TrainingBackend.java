package io.flamemark.run;

import java.io.IOException;
import java.util.function.Consumer;

/** Trains a network. Implemented by {@code maskrcnn}; called in a worker process. */
public interface TrainingBackend {

    /**
     * Runs until done or asked to stop. Writes checkpoints and the final model under the job's run directory and tells
     * everything else through {@code events}; the caller logs the events.
     *
     * @return the last event, also sent to {@code events}
     * @throws IOException if the directory cannot be written; an image that cannot be read is left out with a notice
     * @throws TrainingException if training cannot go on, with a sentence for the user
     */
    RunEvent.Ended train(TrainingJob job, StopSignal stop, Consumer<RunEvent> events) throws IOException;
}
