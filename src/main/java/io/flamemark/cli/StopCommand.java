package io.flamemark.cli;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunRequest;
import io.flamemark.run.RunState;
import io.flamemark.run.RunStatus;
import io.flamemark.run.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stop}: asks a training under way in another process, such as one left in the background, to stop or pause. */
@Command(
        name = "stop",
        description =
                "Ask a training that is under way, here or in the background, to stop after its current step; the "
                        + "best epoch is kept. It can go on later with \"train --resume RUN\".")
final class StopCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "RUN", description = "The directory of the run.")
    private Path run;

    @Option(names = "--after-epoch", description = "Stop when the current epoch has been validated.")
    private boolean afterEpoch;

    @Option(names = "--pause", description = "Show it as paused rather than stopped.")
    private boolean pause;

    StopCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (afterEpoch && pause) {
            throw new IllegalArgumentException("A pause is after the step: give --after-epoch or --pause, not both.");
        }
        RunDirectory directory = new RunDirectory(run.toAbsolutePath().normalize());
        if (!Files.exists(directory.state())) {
            throw new IOException(directory.root() + " is no training run: it has no state.json.");
        }
        RunStatus status = RunFiles.status(directory);
        if (status.state() != RunState.RUNNING || status.process().isEmpty()) {
            throw new IOException("The run " + directory.id() + " is not in training.");
        }
        RunRequest.leave(directory, when());
        console.note("Asked the run " + directory.id() + " to " + (pause ? "pause." : "stop."));
        return ExitCode.OK;
    }

    private StopSignal.When when() {
        return pause ? StopSignal.When.PAUSE : afterEpoch ? StopSignal.When.AFTER_EPOCH : StopSignal.When.AFTER_STEP;
    }
}
