package io.flamemark.host;

import io.flamemark.run.Environment;
import io.flamemark.run.LoggedEvent;
import io.flamemark.run.ResumePoint;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunRecorder;
import io.flamemark.run.RunState;
import io.flamemark.run.RunStatus;
import io.flamemark.run.Speed;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingBackend;
import io.flamemark.run.TrainingException;
import io.flamemark.run.UnchangedImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One training from start to end in this process, whichever host it serves: reads the job from the run directory,
 * records every event there, passes it on, and turns every way to fail into an exit code with a reason.
 */
final class TrainingSession {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingSession.class);

    private final RunRecorder recorder;
    private final Consumer<LoggedEvent> listener;
    private final MachineMeter meter = new MachineMeter(Clock.systemUTC());

    /** How it went: one of {@link WorkerExit}'s codes and a sentence, empty where there is nothing to say. */
    record Outcome(int code, String reason) {}

    private TrainingSession(RunRecorder recorder, Consumer<LoggedEvent> listener) {
        this.recorder = recorder;
        this.listener = listener;
    }

    static Outcome conduct(TrainingBackend backend, RunDirectory run, StopSignal stop, Consumer<LoggedEvent> listener) {
        try (RunRecorder recorder = RunRecorder.open(run, Clock.systemUTC());
                RequestWatch watch = RequestWatch.start(run, stop)) {
            Outcome outcome = new TrainingSession(recorder, listener).conduct(backend, run, stop);
            measureSpeed(run);
            return outcome;
        } catch (IOException | UncheckedIOException e) {
            LOG.info("The run {} cannot be recorded", run.root(), e);
            return new Outcome(
                    WorkerExit.CODE_BAD_INPUT,
                    gone(run)
                            .or(() -> Shortage.ofDisk(e, run))
                            .orElse("The run's folder cannot be used: " + e.getMessage()));
        }
    }

    private static Optional<String> gone(RunDirectory run) {
        return Files.isDirectory(run.root())
                ? Optional.empty()
                : Optional.of("The training ended, because the folder of its run is gone: " + run.root()
                        + " was renamed, moved or deleted. Wherever it is now, it can go on from its last checkpoint.");
    }

    /** For the estimates of later runs; this one does not fail for want of it. */
    private static void measureSpeed(RunDirectory run) {
        try {
            Speed.record(run);
        } catch (IOException | RuntimeException e) {
            LOG.warn("How fast the run {} was cannot be noted", run.root(), e);
        }
    }

    private Outcome conduct(TrainingBackend backend, RunDirectory run, StopSignal stop) throws IOException {
        try {
            RunFiles.write(run.environment(), Environment.current());
            if (recorder.hasBegun()) {
                tell(resumed(run));
            } else {
                recorder.begin();
            }
            UnchangedImages images = UnchangedImages.of(run, stop);
            images.leftOut().forEach(it -> tell(new RunEvent.Notice(RunEvent.Level.WARNING, it)));
            RunEvent.Ended ended =
                    explained(backend.train(images.job(), stop, event -> tell(explained(event, stop))), stop);
            if (!recorder.status().state().isOver()) {
                tell(ended);
            }
            return new Outcome(WorkerExit.codeOf(ended.state()), ended.message());
        } catch (IOException | UncheckedIOException | TrainingException e) {
            LOG.info("Training ended early", e);
            Optional<String> disk = Shortage.ofDisk(e, run);
            return failed(
                    run, WorkerExit.CODE_BAD_INPUT, disk.orElse(e.getMessage()), disk.map(it -> RunEvent.Lack.DISK));
        } catch (RuntimeException | Error e) {
            Optional<String> memory = Shortage.ofMemory(e);
            if (memory.isPresent()) {
                LOG.error("Training ran out of memory", e);
                return failed(run, WorkerExit.CODE_OUT_OF_MEMORY, memory.get(), Optional.of(RunEvent.Lack.MEMORY));
            }
            // Errors too: who waits for the end of the run must hear of it, whatever ended it.
            LOG.error("Training failed unexpectedly", e);
            return failed(run, WorkerExit.CODE_FAILED, "Training failed unexpectedly: " + e + ".", Optional.empty());
        }
    }

    private static RunEvent explained(RunEvent event, StopSignal stop) {
        return event instanceof RunEvent.Ended ended ? explained(ended, stop) : event;
    }

    /** Who finds the run stopped, and did not ask for it, wants to know why. */
    private static RunEvent.Ended explained(RunEvent.Ended ended, StopSignal stop) {
        if (ended.state() != RunState.STOPPED || stop.reason().isEmpty()) {
            return ended;
        }
        String message = (stop.reason().get() + " " + ended.message()).strip();
        return new RunEvent.Ended(ended.state(), message, ended.bestEpoch(), ended.lack());
    }

    /** From its newest checkpoint, or the beginning where it broke off before the first. */
    private static RunEvent.Resumed resumed(RunDirectory run) throws IOException {
        return ResumePoint.of(run)
                .map(point -> new RunEvent.Resumed(point.epoch(), point.step()))
                .orElse(new RunEvent.Resumed(0, 0));
    }

    /** What is recorded is what the host will say. */
    private Outcome failed(RunDirectory run, int code, String reason, Optional<RunEvent.Lack> lack) {
        RunStatus status = recorder.status();
        if (!status.state().isOver()) {
            WorkerExit exit = RunEnd.advised(run, WorkerExit.of(code, Optional.of(reason), run.workerLog()));
            tell(new RunEvent.Ended(RunState.FAILED, exit.sentence(), status.bestEpoch(), lack));
        }
        return new Outcome(code, reason);
    }

    private void tell(RunEvent event) {
        try {
            listener.accept(recorder.record(event));
            Optional<RunEvent.MachineMeasured> taken = meter.after(event);
            if (taken.isPresent()) {
                listener.accept(recorder.record(taken.get()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The run's log cannot be written: " + e.getMessage(), e);
        }
    }
}
