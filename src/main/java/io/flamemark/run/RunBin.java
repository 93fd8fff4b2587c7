package io.flamemark.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where deleted runs go, {@code .deleted} beside the other runs: nothing is lost before a person empties it. */
public final class RunBin {

    private static final String NAME = ".deleted";

    private final Path runs;

    /** @param runs the folder that the runs are in */
    public RunBin(Path runs) {
        this.runs = runs;
    }

    /** The bin for a run, in the folder that it is in. */
    public static RunBin beside(RunDirectory run) {
        return new RunBin(run.root().toAbsolutePath().getParent());
    }

    /**
     * Moves a run into the bin, one whose files cannot be read too.
     *
     * @return where it lies now; give it to {@link #restore}
     * @throws TrainingException if it is in training or waits for its turn
     * @throws IOException if it cannot be moved; it is then where it was
     */
    public RunDirectory discard(RunDirectory run) throws IOException {
        requireOver(run);
        Path bin = Files.createDirectories(runs.resolve(NAME));
        Path target = bin.resolve(run.id());
        for (int i = 2; Files.exists(target); i++) {
            target = bin.resolve(run.id() + "-" + i);
        }
        return new RunDirectory(Files.move(run.root(), target));
    }

    /** @throws TrainingException if the run is in training or waits for its turn, with a sentence that says what to do */
    private static void requireOver(RunDirectory run) {
        RunState state = RunSummary.of(run).status().state();
        if (state == RunState.RUNNING) {
            throw new TrainingException("The run " + run.id() + " is in training; stop it before deleting it.");
        }
        if (state == RunState.QUEUED) {
            throw new TrainingException(
                    "The run " + run.id() + " waits for its turn; take it out of the queue before deleting it.");
        }
    }

    /**
     * Moves a run back to where it was.
     *
     * @throws FileAlreadyExistsException if another has its name by now
     */
    public RunDirectory restore(RunDirectory discarded, String id) throws IOException {
        Path target = runs.resolve(id);
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "there is a run of that name again; rename its folder first");
        }
        return new RunDirectory(Files.move(discarded.root(), target));
    }
}
