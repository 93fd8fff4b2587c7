package io.flamemark.host;

import io.flamemark.run.LoggedEvent;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunRecorder;
import io.flamemark.run.RunState;
import io.flamemark.run.StopSignal;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A training in a worker process. */
final class ForkedRun implements ActiveRun, WorkerProcess.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(ForkedRun.class);

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
        started.send(new WorkerCommand.Start(directory.root().toAbsolutePath()));
    }

    void neverBegan(IOException cause) {
        onEnd(WorkerExit.of(
                WorkerExit.CODE_FAILED,
                Optional.of("The training process could not be started: " + cause.getMessage() + "."),
                directory.workerLog()));
    }

    void askToStop() {
        stop(StopSignal.When.AFTER_STEP);
    }

    /** The ladder, after {@link #askToStop}. */
    void end() {
        worker.ifPresent(WorkerProcess::endWithin);
        exit.join();
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
    public void onEnd(WorkerExit end) {
        settle(end);
        listener.onExit(end);
        exit.complete(end);
    }

    /** A worker that could not record its own end has it recorded here. */
    private void settle(WorkerExit end) {
        try (RunRecorder recorder = RunRecorder.open(directory, Clock.systemUTC())) {
            if (!recorder.status().state().isOver()) {
                RunState state = end.asIntended() ? RunState.STOPPED : RunState.FAILED;
                listener.onLogged(recorder.record(new RunEvent.Ended(
                        state, end.sentence(), recorder.status().bestEpoch())));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The end of the run {} cannot be recorded", directory.root(), e);
        }
    }
}
