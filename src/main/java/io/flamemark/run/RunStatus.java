package io.flamemark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a run stands, for lists that must not read its whole event log; {@code state.json}.
 *
 * @param version of this layout
 * @param message why it stands there, empty while all is well
 * @param epoch the last one measured, 0 before the first
 * @param epochs planned
 * @param bestEpoch 0 before the first
 * @param scores of the best epoch
 * @param pid of the process that trains, before that of the one that made the run
 * @param pidStart when that process began; a process id alone may have been given to another by now
 * @param folder of the run that the process was told of: a copy of it has the same process in its state; runs of before
 *     do not say it
 */
public record RunStatus(
        int version,
        RunState state,
        String message,
        int epoch,
        int epochs,
        int bestEpoch,
        Optional<Scores> scores,
        Instant created,
        Instant updated,
        long pid,
        Optional<Instant> pidStart,
        Optional<String> folder) {

    public static final int VERSION = 1;

    private static final String DIED = "The program ended while this run was training; its last checkpoint is kept.";

    private static final String NEVER_BEGAN = "The program ended before this training began.";

    private static final String ELSEWHERE = "It had not come to its end where it was exported; here it can go on.";

    /** A run that waits for its worker, made by the given process. */
    static RunStatus queued(int epochs, ProcessHandle process, Instant now) {
        Optional<Instant> start = process.info().startInstant();
        return new RunStatus(
                VERSION,
                RunState.QUEUED,
                "",
                0,
                epochs,
                0,
                Optional.empty(),
                now,
                now,
                process.pid(),
                start,
                Optional.empty());
    }

    /** Stands for a status that cannot be read. */
    static RunStatus unreadable(String why, Instant created) {
        return new RunStatus(
                VERSION,
                RunState.FAILED,
                why,
                0,
                0,
                0,
                Optional.empty(),
                created,
                created,
                0,
                Optional.empty(),
                Optional.empty());
    }

    /** The status of a run that is to go on and waits for its worker, made so by the given process. */
    RunStatus queuedAgain(ProcessHandle process, Instant now) {
        return with(RunState.QUEUED, "", epoch, epochs, bestEpoch, scores).told(process, now);
    }

    /**
     * The status of a run that goes on.
     *
     * @param best of the epochs before
     */
    RunStatus resumed(RunEvent.Resumed point, Optional<RunEvent.EpochMeasured> best) {
        return with(
                RunState.RUNNING,
                "",
                point.epoch(),
                epochs,
                best.map(RunEvent.EpochMeasured::epoch).orElse(0),
                best.flatMap(RunEvent.EpochMeasured::scores));
    }

    /** The status of a run that the given process is about to train. */
    RunStatus begun(ProcessHandle process, Instant now) {
        return with(RunState.RUNNING, "", epoch, epochs, bestEpoch, scores).told(process, now);
    }

    /** The status after an event told by the given process. */
    public RunStatus after(RunEvent event, ProcessHandle process, Instant now) {
        return after(event).told(process, now);
    }

    /** The same, as a process says it. */
    private RunStatus told(ProcessHandle process, Instant now) {
        Optional<Instant> start = process.info().startInstant();
        return new RunStatus(
                version, state, message, epoch, epochs, bestEpoch, scores, created, now, process.pid(), start, folder);
    }

    /**
     * The status as it counts in the folder that it lies in. A copy of a run has no process: that trains in the folder
     * that was copied. One that was renamed keeps it.
     */
    RunStatus in(Path root) {
        Path here = root.toAbsolutePath();
        return folder.isPresent() && isOther(folder.get(), here)
                ? of(0, Optional.empty(), here)
                : of(pid, pidStart, here);
    }

    private static boolean isOther(String folder, Path here) {
        try {
            Path there = Path.of(folder);
            return Files.exists(there) && !Files.isSameFile(there, here);
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    /** The status of a run that came from another place, where its process stayed. */
    RunStatus imported(Path root) {
        RunStatus over = state.isOver() ? this : with(RunState.STOPPED, ELSEWHERE, epoch, epochs, bestEpoch, scores);
        return over.of(0, Optional.empty(), root);
    }

    private RunStatus of(long process, Optional<Instant> start, Path root) {
        return new RunStatus(
                version,
                state,
                message,
                epoch,
                epochs,
                bestEpoch,
                scores,
                created,
                updated,
                process,
                start,
                Optional.of(root.toString()));
    }

    /** Whether an event is reflected here at all; steps, which come by the thousand, are not. */
    static boolean isChangedBy(RunEvent event) {
        return event instanceof RunEvent.Resumed
                || event instanceof RunEvent.Started
                || event instanceof RunEvent.EpochMeasured
                || event instanceof RunEvent.Ended;
    }

    /** The status as it must be read when the process that trained, or was to, is gone without having said so. */
    RunStatus ifProcessDied() {
        if (state.isOver() || process().isPresent()) {
            return this;
        }
        String why = state == RunState.QUEUED ? NEVER_BEGAN : DIED;
        return with(RunState.FAILED, why, epoch, epochs, bestEpoch, scores);
    }

    /** The process that trains, or made the run; empty where it is gone. */
    public Optional<ProcessHandle> process() {
        return ProcessMark.find(pid, pidStart);
    }

    private RunStatus after(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            return with(RunState.RUNNING, "", epoch, started.epochs(), bestEpoch, scores);
        }
        if (event instanceof RunEvent.EpochMeasured measured) {
            return measured.best()
                    ? with(RunState.RUNNING, "", measured.epoch(), epochs, measured.epoch(), measured.scores())
                    : with(RunState.RUNNING, "", measured.epoch(), epochs, bestEpoch, scores);
        }
        if (event instanceof RunEvent.Ended ended) {
            return with(ended.state(), ended.message(), epoch, epochs, ended.bestEpoch(), scores);
        }
        return this;
    }

    private RunStatus with(
            RunState nextState, String why, int nextEpoch, int planned, int best, Optional<Scores> bestScores) {
        return new RunStatus(
                version, nextState, why, nextEpoch, planned, best, bestScores, created, updated, pid, pidStart, folder);
    }
}
