package io.flamemark.app.train.model;

import io.flamemark.host.ActiveRun;
import io.flamemark.host.RunHost;
import io.flamemark.host.RunListener;
import io.flamemark.host.WorkerExit;
import io.flamemark.run.LoggedEvent;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A host whose worker says what the test tells it to, when the test says so. */
public final class ScriptedRunHost implements RunHost {

    public final List<TrainingJob> started = new ArrayList<>();
    public final List<StopSignal.When> stops = new ArrayList<>();
    final List<RunDirectory> attached = new ArrayList<>();
    boolean killed;
    boolean watched;
    private RunListener listener;
    private CompletableFuture<WorkerExit> ended;

    @Override
    public ActiveRun start(TrainingJob job, RunListener heard) {
        started.add(job);
        return run(job.directory(), heard);
    }

    @Override
    public Optional<ActiveRun> attach(RunDirectory run, RunListener heard) {
        attached.add(run);
        return Optional.of(run(run, heard));
    }

    @Override
    public boolean detach(ActiveRun run) {
        return true;
    }

    /** Who hears the run started last. */
    RunListener lastListener() {
        return listener;
    }

    private ActiveRun run(RunDirectory directory, RunListener heard) {
        listener = heard;
        CompletableFuture<WorkerExit> end = new CompletableFuture<>();
        ended = end;
        return new ActiveRun() {
            @Override
            public RunDirectory directory() {
                return directory;
            }

            @Override
            public void stop(StopSignal.When when) {
                stops.add(when);
            }

            @Override
            public void kill() {
                killed = true;
            }

            @Override
            public boolean isWatched() {
                return watched;
            }

            @Override
            public CompletableFuture<WorkerExit> exit() {
                return end;
            }
        };
    }

    public void tell(List<? extends RunEvent> events) {
        events.forEach(listener::onEvent);
    }

    public void tellLogged(LoggedEvent logged) {
        listener.onLogged(logged);
    }

    void silence(boolean silent) {
        listener.onUnresponsive(silent);
    }

    public void exit(WorkerExit how) {
        listener.onExit(how);
        ended.complete(how);
    }

    @Override
    public void close() {}
}
