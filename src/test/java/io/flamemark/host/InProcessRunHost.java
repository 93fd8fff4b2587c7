package io.flamemark.host;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingBackend;
import io.flamemark.run.TrainingJob;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains on a thread of this process, one run after the other: what a worker does, without the start of a process. A crash
 * of libtorch would end the whole program, which is why the window and the command line use {@link ForkedRunHost}.
 */
public final class InProcessRunHost implements RunHost {

    private static final Logger LOG = LoggerFactory.getLogger(InProcessRunHost.class);

    private final TrainingBackend backend;
    private final WorkerTimes times;
    private final List<Run> runs = new CopyOnWriteArrayList<>();
    private final ExecutorService trainer = Executors.newSingleThreadExecutor(DaemonThreads.named("trainer"));

    public InProcessRunHost(TrainingBackend backend, WorkerTimes times) {
        this.backend = backend;
        this.times = times;
    }

    /** One whose trainings go by {@link ScriptedBackend}. */
    public static InProcessRunHost scripted() {
        return new InProcessRunHost(new ScriptedBackend(), WorkerTimes.standard());
    }

    @Override
    public ActiveRun start(TrainingJob job, RunListener listener) {
        Run run = new Run(job.directory(), new StopSignal(), new CompletableFuture<>());
        runs.add(run);
        Custody.take(job.directory());
        run.exit.thenRun(() -> runs.remove(run));
        trainer.execute(() -> train(run, new GuardedRunListener(listener)));
        return run;
    }

    private void train(Run run, RunListener listener) {
        TrainingSession.Outcome outcome = TrainingSession.conduct(backend, run.directory, run.stop, listener::onLogged);
        Optional<String> reason = Optional.of(outcome.reason()).filter(text -> !text.isBlank());
        WorkerExit exit = WorkerExit.of(outcome.code(), reason, run.directory.workerLog());
        Custody.release(run.directory);
        run.exit.complete(RunEnd.tell(run.directory, exit, listener));
    }

    @Override
    public void close() {
        runs.forEach(run -> run.stop(StopSignal.When.AFTER_STEP));
        for (Run run : runs) {
            try {
                run.exit
                        .copy()
                        .orTimeout(times.stopGrace().toMillis(), TimeUnit.MILLISECONDS)
                        .join();
            } catch (CompletionException e) {
                LOG.warn("The training {} did not stop in time", run.directory.id());
            }
        }
        trainer.shutdownNow();
    }

    private record Run(RunDirectory directory, StopSignal stop, CompletableFuture<WorkerExit> exit)
            implements ActiveRun {

        @Override
        public void stop(StopSignal.When when) {
            stop.ask(when);
        }

        /** A thread cannot be killed; it is asked to stop at the next step. */
        @Override
        public void kill() {
            stop.stopAfterStep();
        }
    }
}
