package io.flamemark.host;

import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Trains in a worker process for each run. A worker that crashes, hangs or is killed costs its own run only: the reason
 * reaches the listener as a sentence, and is recorded in the run's directory.
 */
public final class ForkedRunHost implements RunHost {

    private final WorkerLauncher launcher;
    private final WorkerTimes times;
    private final List<ForkedRun> runs = new CopyOnWriteArrayList<>();

    public ForkedRunHost(WorkerLauncher launcher, WorkerTimes times) {
        this.launcher = launcher;
        this.times = times;
    }

    @Override
    public ActiveRun start(TrainingJob job, RunListener listener) {
        ForkedRun run = new ForkedRun(job.directory(), listener);
        try {
            run.begin(launcher, times);
            runs.add(run);
            run.exit().thenRun(() -> runs.remove(run));
        } catch (IOException e) {
            run.neverBegan(e);
        }
        return run;
    }

    /** Asks all runs to stop, then climbs the ladder: it takes as long as the slowest, at most the two graces. */
    @Override
    public void close() {
        runs.forEach(ForkedRun::askToStop);
        runs.parallelStream().forEach(ForkedRun::end);
    }
}
