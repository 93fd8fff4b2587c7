package io.flamemark.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the events of a run add up to: the series its charts show. A live run and one read back from its log go through
 * here alike. Not safe for use by several threads.
 */
public final class RunHistory {

    private final List<RunEvent.StepMeasured> steps = new ArrayList<>();
    private final List<RunEvent.EpochMeasured> epochs = new ArrayList<>();
    private final List<RunEvent.Notice> notices = new ArrayList<>();
    private RunEvent.Started started;
    private RunEvent.Ended ended;

    /** All that was told so far, in order. */
    public static RunHistory of(Iterable<RunEvent> events) {
        RunHistory history = new RunHistory();
        events.forEach(history::add);
        return history;
    }

    public void add(RunEvent event) {
        if (event instanceof RunEvent.Started it) {
            started = it;
            ended = null;
        } else if (event instanceof RunEvent.Resumed it) {
            steps.removeIf(step -> step.step() > it.step());
            epochs.removeIf(epoch -> epoch.step() > it.step());
            ended = null;
        } else if (event instanceof RunEvent.StepMeasured it) {
            steps.add(it);
        } else if (event instanceof RunEvent.EpochMeasured it) {
            epochs.add(it);
        } else if (event instanceof RunEvent.Notice it) {
            notices.add(it);
        } else if (event instanceof RunEvent.Ended it) {
            ended = it;
        }
    }

    public Optional<RunEvent.Started> started() {
        return Optional.ofNullable(started);
    }

    public List<RunEvent.StepMeasured> steps() {
        return Collections.unmodifiableList(steps);
    }

    public List<RunEvent.EpochMeasured> epochs() {
        return Collections.unmodifiableList(epochs);
    }

    public List<RunEvent.Notice> notices() {
        return Collections.unmodifiableList(notices);
    }

    public Optional<RunEvent.Ended> ended() {
        return Optional.ofNullable(ended);
    }

    /** The best epoch so far: the last one that was the best when it was measured. */
    public Optional<RunEvent.EpochMeasured> best() {
        return epochs.stream().filter(RunEvent.EpochMeasured::best).reduce((earlier, later) -> later);
    }
}
