package io.flamemark.run;

/** Where a run stands; written to {@code state.json} by its name in lower case. */
public enum RunState {
    QUEUED,
    RUNNING,
    PAUSED,
    STOPPED,
    FINISHED,
    FAILED;

    /** Whether nothing more will happen unless the run is resumed. */
    public boolean isOver() {
        return this == PAUSED || this == STOPPED || this == FINISHED || this == FAILED;
    }
}
