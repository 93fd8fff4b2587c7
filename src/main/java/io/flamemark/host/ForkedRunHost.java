package io.flamemark.host;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunState;
import io.flamemark.run.RunStatus;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Trains in a worker process for each run. A worker that crashes, hangs or is killed costs its own run only: the reason
 * reaches the listener as a sentence, and is recorded in the run's directory.
 */
public final class ForkedRunHost implements RunHost {

    private final WorkerLauncher launcher;
    private final WorkerTimes times;
    private final List<HostedRun> runs = new CopyOnWriteArrayList<>();

    public ForkedRunHost(WorkerLauncher launcher, WorkerTimes times) {
        this.launcher = launcher;
        this.times = times;
    }

    @Override
    public ActiveRun start(TrainingJob job, RunListener listener) {
        ForkedRun run = new ForkedRun(job.directory(), listener);
        try {
            run.begin(launcher, times);
            keep(run);
        } catch (IOException e) {
            run.neverBegan(e);
        }
        return run;
    }

    /** A run that only waits has the process of the program that made it, which is none to take up. */
    @Override
    public Optional<ActiveRun> attach(RunDirectory directory, RunListener listener) throws IOException {
        RunStatus status = RunFiles.status(directory);
        Optional<ProcessHandle> process = status.process().filter(it -> !it.equals(ProcessHandle.current()));
        if (status.state() != RunState.RUNNING || process.isEmpty()) {
            return Optional.empty();
        }
        AttachedRun run = AttachedRun.follow(directory, process.get(), times, listener);
        keep(run);
        return Optional.of(run);
    }

    @Override
    public boolean detach(ActiveRun run) {
        if (!(run instanceof HostedRun hosted) || !runs.remove(hosted)) {
            return false;
        }
        hosted.detach();
        return true;
    }

    private void keep(HostedRun run) {
        runs.add(run);
        run.exit().thenRun(() -> runs.remove(run));
    }

    /**
     * Asks all runs to stop, then climbs the ladder: it takes as long as the slowest, at most the two graces. Those that
     * another program holds go on.
     */
    @Override
    public void close() {
        runs.stream().filter(ActiveRun::isWatched).forEach(this::detach);
        runs.forEach(run -> run.stop(StopSignal.When.AFTER_STEP));
        runs.parallelStream().forEach(HostedRun::end);
    }
}
