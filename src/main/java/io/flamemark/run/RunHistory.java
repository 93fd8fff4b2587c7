package io.flamemark.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the events of a run add up to: the series its charts show. A live run and one read back from its log go through
 * here alike. Not safe for use by several threads.
 */
public final class RunHistory {

    private static final double MILLIS = 1e3;

    private final Timeline<RunEvent.StepMeasured> steps = new Timeline<>();
    private final Timeline<RunEvent.EpochMeasured> epochs = new Timeline<>();
    private final Timeline<RunEvent.MachineMeasured> machine = new Timeline<>();
    private final List<RunEvent.Notice> notices = new ArrayList<>();
    private RunEvent.Started started;
    private RunEvent.Ended ended;
    private RunEvent.EpochMeasured best;

    /** Since when the clock runs, null while it stands, and what it showed then. */
    private Instant since;

    private double before;

    /** What the clock shows. */
    private double now;

    /** All that was told so far, in order; when is not known. */
    public static RunHistory of(Iterable<RunEvent> events) {
        RunHistory history = new RunHistory();
        events.forEach(history::add);
        return history;
    }

    /** All that was told so far, in order. */
    public static RunHistory ofLog(Iterable<LoggedEvent> events) {
        RunHistory history = new RunHistory();
        events.forEach(history::add);
        return history;
    }

    /** The next event; the time that a run did not train, because it had broken off, is left out. */
    public void add(LoggedEvent logged) {
        if (logged.event() instanceof RunEvent.Resumed resumed) {
            backTo(resumed);
            since = null;
        }
        if (since == null) {
            since = logged.at();
            before = now;
        }
        // A clock that was set back in the meantime must not make the charts run backwards.
        now = Math.max(now, before + Duration.between(since, logged.at()).toMillis() / MILLIS);
        add(logged.event());
    }

    /** The next event, told when the one before was. */
    public void add(RunEvent event) {
        if (event instanceof RunEvent.Started it) {
            started = it;
            ended = null;
        } else if (event instanceof RunEvent.Resumed it) {
            backTo(it);
        } else if (event instanceof RunEvent.StepMeasured it) {
            steps.append(it, now);
        } else if (event instanceof RunEvent.EpochMeasured it) {
            epochs.append(it, now);
            best = it.best() ? it : best;
        } else if (event instanceof RunEvent.MachineMeasured it) {
            machine.append(it, now);
        } else if (event instanceof RunEvent.Notice it) {
            notices.add(it);
        } else if (event instanceof RunEvent.Ended it) {
            ended = it;
        }
    }

    private void backTo(RunEvent.Resumed point) {
        steps.backTo(point);
        epochs.backTo(point);
        machine.backTo(point);
        best = epochs.stream()
                .filter(RunEvent.EpochMeasured::best)
                .reduce((earlier, later) -> later)
                .orElse(null);
        now = Math.max(steps.end(), Math.max(epochs.end(), machine.end()));
        ended = null;
    }

    public Optional<RunEvent.Started> started() {
        return Optional.ofNullable(started);
    }

    public Timeline<RunEvent.StepMeasured> steps() {
        return steps;
    }

    public Timeline<RunEvent.EpochMeasured> epochs() {
        return epochs;
    }

    public Timeline<RunEvent.MachineMeasured> machine() {
        return machine;
    }

    public List<RunEvent.Notice> notices() {
        return Collections.unmodifiableList(notices);
    }

    public Optional<RunEvent.Ended> ended() {
        return Optional.ofNullable(ended);
    }

    /** The best epoch so far: the last one that was the best when it was measured. */
    public Optional<RunEvent.EpochMeasured> best() {
        return Optional.ofNullable(best);
    }
}
