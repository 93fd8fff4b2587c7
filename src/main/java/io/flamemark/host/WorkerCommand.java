package io.flamemark.host;

import io.flamemark.run.StopSignal;
import java.nio.file.Path;

/** What a host tells its worker, a line of JSON each on the worker's standard input. */
sealed interface WorkerCommand {

    /** Train what the run directory holds; then exit. */
    record Start(Path run) implements WorkerCommand {}

    /** End the training, soon. */
    record Stop(StopSignal.When when) implements WorkerCommand {}

    /** Go on with the training when the host is gone; the end of the input follows. */
    record Detach() implements WorkerCommand {}

    /**
     * Look at one image.
     *
     * @param id given back with the answer
     */
    record Detect(long id, Path weights, Path image, double minScore) implements WorkerCommand {}

    /** Finish what was asked for so far and exit. */
    record Quit() implements WorkerCommand {}
}
