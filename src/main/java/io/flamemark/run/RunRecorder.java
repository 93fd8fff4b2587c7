package io.flamemark.run;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes what a run tells into its directory: {@code events.jsonl}, {@code state.json}, {@code metrics.csv},
 * {@code log.txt} and TensorBoard's files. It lives in
 * the process that trains, so that nothing is lost when the window closes or crashes; when that process itself has
 * died, whoever noticed records the end with a recorder of its own. There is never more than one at a time.
 */
public final class RunRecorder implements Closeable {

    /** A power cut takes no more than this from the charts, and no epoch. */
    private static final Duration BETWEEN_FORCES = Duration.ofMinutes(1);

    private final RunDirectory run;
    private final Clock clock;
    private final RunEventLog log;
    private final MetricsFile metrics;
    private final Diary diary;
    private final TensorBoardLog tensorBoard;
    private RunStatus status;
    private Instant forced;

    private RunRecorder(RunDirectory run, Clock clock, RunStatus status, RunEventLog log) {
        this.run = run;
        this.clock = clock;
        this.status = status;
        this.log = log;
        forced = clock.instant();
        this.metrics = new MetricsFile(run.metrics());
        this.diary = new Diary(run.log());
        this.tensorBoard = new TensorBoardLog(run.tensorBoard(), run.id());
    }

    public static RunRecorder open(RunDirectory run, Clock clock) throws IOException {
        RunStatus status = RunFiles.status(run);
        return new RunRecorder(run, clock, status, RunEventLog.append(run.events(), clock));
    }

    /** Where the run stands after all that was recorded. */
    public RunStatus status() {
        return status;
    }

    /** Whether something was recorded already, now or by an earlier recorder. */
    public boolean hasBegun() {
        return log.last() > 0;
    }

    /** Says that this process trains the run, though there is nothing to tell yet: nobody else may begin it. */
    public void begin() throws IOException {
        status = status.begun(ProcessHandle.current(), clock.instant());
        RunFiles.write(run.state(), status);
    }

    /** Records one event. One that the run is resumed first takes back what is void then. */
    public LoggedEvent record(RunEvent event) throws IOException {
        if (event instanceof RunEvent.Resumed resumed) {
            RunHistory before = new RunHistory();
            log.backTo(resumed).forEach(logged -> before.add(logged.event()));
            metrics.backTo(resumed);
            status = status.resumed(resumed, before.best());
        }
        LoggedEvent logged = log.write(event);
        if (event instanceof RunEvent.EpochMeasured epoch) {
            metrics.append(epoch);
        }
        if (RunStatus.isChangedBy(event) || forced.plus(BETWEEN_FORCES).isBefore(logged.at())) {
            // Checkpoints are on the disk when they are told: the log must not be behind them after a power cut.
            log.force();
            forced = logged.at();
        }
        if (RunStatus.isChangedBy(event)) {
            status = status.after(event, ProcessHandle.current(), clock.instant());
            RunFiles.write(run.state(), status);
        }
        diary.write(logged, status.epochs());
        tensorBoard.write(logged);
        return logged;
    }

    @Override
    public void close() throws IOException {
        try (tensorBoard) {
            log.close();
        }
    }
}
