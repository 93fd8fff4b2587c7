package io.flamemark.host;

import io.flamemark.run.LoggedEvent;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.StopSignal;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A training in a worker process. */
final class ForkedRun implements HostedRun, WorkerProcess.Listener {

    private final RunDirectory directory;
    private final RunListener listener;
    private final CompletableFuture<WorkerExit> exit = new CompletableFuture<>();

    /** Empty where none could be started: there is nothing to stop then. */
    private volatile Optional<WorkerProcess> worker = Optional.empty();

    ForkedRun(RunDirectory directory, RunListener listener) {
        this.directory = directory;
        this.listener = new GuardedRunListener(listener);
    }

    void begin(WorkerLauncher launcher, WorkerTimes times) throws IOException {
        WorkerProcess started = WorkerProcess.start(launcher, directory.workerLog(), times, this);
        worker = Optional.of(started);
        Custody.take(directory);
        started.send(new WorkerCommand.Start(directory.root().toAbsolutePath()));
    }

    void neverBegan(IOException cause) {
        onEnd(WorkerExit.of(
                WorkerExit.CODE_FAILED,
                Optional.of("The training process could not be started: " + cause.getMessage() + "."),
                directory.workerLog()));
    }

    @Override
    public void end() {
        worker.ifPresent(WorkerProcess::endWithin);
        exit.join();
    }

    @Override
    public void detach() {
        worker.ifPresent(WorkerProcess::release);
        Custody.release(directory);
        WorkerExit detached = WorkerExit.detached();
        listener.onExit(detached);
        exit.complete(detached);
    }

    @Override
    public RunDirectory directory() {
        return directory;
    }

    @Override
    public void stop(StopSignal.When when) {
        worker.ifPresent(it -> it.send(new WorkerCommand.Stop(when)));
    }

    @Override
    public void kill() {
        worker.ifPresent(WorkerProcess::kill);
    }

    @Override
    public CompletableFuture<WorkerExit> exit() {
        return exit;
    }

    @Override
    public void onEvent(LoggedEvent event) {
        listener.onLogged(event);
    }

    @Override
    public void onSilence(boolean silent) {
        listener.onUnresponsive(silent);
    }

    @Override
    public void onEnd(WorkerExit how) {
        Custody.release(directory);
        exit.complete(RunEnd.tell(directory, how, listener));
    }
}
