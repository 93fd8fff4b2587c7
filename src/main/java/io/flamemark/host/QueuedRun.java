package io.flamemark.host;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A training that waits for its turn, and then is the one on the queue's host. */
final class QueuedRun implements ActiveRun {

    private final RunQueue queue;
    private final TrainingJob job;
    private final RunListener listener;
    private final CompletableFuture<WorkerExit> exit = new CompletableFuture<>();
    private volatile Optional<ActiveRun> started = Optional.empty();

    QueuedRun(RunQueue queue, TrainingJob job, RunListener listener) {
        this.queue = queue;
        this.job = job;
        this.listener = new GuardedRunListener(listener);
    }

    ActiveRun begin(RunHost host) {
        ActiveRun inner = host.start(job, listener);
        started = Optional.of(inner);
        inner.exit().thenAccept(exit::complete);
        return inner;
    }

    Optional<ActiveRun> started() {
        return started;
    }

    /** Ends it before it began. */
    void withdrawn(String why) {
        WorkerExit end = WorkerExit.of(
                WorkerExit.CODE_STOPPED, Optional.of(why), directory().workerLog());
        exit.complete(RunEnd.tell(directory(), end, listener));
    }

    @Override
    public RunDirectory directory() {
        return job.directory();
    }

    @Override
    public void stop(StopSignal.When when) {
        if (when != StopSignal.When.NEVER && queue.takeOut(this)) {
            withdrawn(RunQueue.TAKEN_OUT);
        } else {
            started.ifPresent(run -> run.stop(when));
        }
    }

    @Override
    public void kill() {
        if (queue.takeOut(this)) {
            withdrawn(RunQueue.TAKEN_OUT);
        } else {
            started.ifPresent(ActiveRun::kill);
        }
    }

    @Override
    public CompletableFuture<WorkerExit> exit() {
        return exit;
    }
}
