package io.flamemark.host;

import io.flamemark.run.LoggedEvent;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunRequest;
import io.flamemark.run.RunStatus;
import io.flamemark.run.StopSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A training in a process that this program did not start, or has let go. It is heard through its run directory: every
 * event since its beginning, then what comes; it is asked through {@link RunRequest}.
 */
final class AttachedRun implements HostedRun {

    private static final Logger LOG = LoggerFactory.getLogger(AttachedRun.class);

    private final RunDirectory directory;
    private final ProcessHandle process;
    private final WorkerTimes times;
    private final RunListener listener;
    private final boolean watched;
    private final EventTail events;
    private final CompletableFuture<WorkerExit> exit = new CompletableFuture<>();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("attached-run"));
    private volatile boolean endedByUs;

    private AttachedRun(
            RunDirectory directory, ProcessHandle process, WorkerTimes times, RunListener listener, boolean watched) {
        this.directory = directory;
        this.process = process;
        this.times = times;
        this.listener = new GuardedRunListener(listener);
        this.watched = watched;
        events = new EventTail(directory.events());
    }

    /** Takes a training up, or only watches it where another program holds it. */
    static AttachedRun follow(RunDirectory directory, ProcessHandle process, WorkerTimes times, RunListener listener) {
        boolean watched = Custody.isElsewhere(directory);
        if (!watched) {
            Custody.take(directory);
        }
        AttachedRun run = new AttachedRun(directory, process, times, listener, watched);
        run.watch.scheduleWithFixedDelay(run::look, 0, period(times).toMillis(), TimeUnit.MILLISECONDS);
        return run;
    }

    /** Often enough for charts. */
    private static Duration period(WorkerTimes times) {
        return times.heartbeat().dividedBy(4);
    }

    private void look() {
        // Asked first: what is written after the process is gone is not missed.
        boolean gone = !process.isAlive();
        try {
            for (LoggedEvent event : events.next()) {
                listener.onLogged(event);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The events of {} cannot be followed", directory.root(), e);
        }
        if (gone) {
            watch.shutdown();
            Custody.release(directory);
            exit.complete(RunEnd.tell(directory, howItEnded(), listener));
        }
    }

    private WorkerExit howItEnded() {
        try {
            RunStatus status = RunFiles.status(directory);
            return status.state().isOver()
                    ? WorkerExit.of(status, directory.workerLog())
                    : WorkerExit.vanished(endedByUs);
        } catch (IOException e) {
            LOG.warn("The state of {} cannot be read", directory.root(), e);
            return WorkerExit.vanished(endedByUs);
        }
    }

    @Override
    public RunDirectory directory() {
        return directory;
    }

    @Override
    public void stop(StopSignal.When when) {
        try {
            RunRequest.leave(directory, when);
        } catch (IOException e) {
            LOG.warn("The training {} cannot be asked to stop", directory.root(), e);
        }
    }

    @Override
    public void kill() {
        endedByUs = true;
        process.destroyForcibly();
    }

    @Override
    public void end() {
        if (!endsWithin(times.stopGrace())) {
            endedByUs = true;
            process.destroy();
            if (!endsWithin(times.endGrace())) {
                process.destroyForcibly();
            }
        }
        exit.join();
    }

    private boolean endsWithin(Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process does not fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void detach() {
        watch.shutdownNow();
        Custody.release(directory);
        WorkerExit detached = WorkerExit.detached();
        listener.onExit(detached);
        exit.complete(detached);
    }

    @Override
    public boolean isWatched() {
        return watched;
    }

    @Override
    public CompletableFuture<WorkerExit> exit() {
        return exit;
    }
}
