package io.flamemark.app.chart;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Runs an action at most once per interval however often it is asked for; the last request is never lost. For use on the
 * JavaFX thread only.
 */
public final class Throttle {

    private final Runnable action;
    private final PauseTransition pause;
    private boolean resting;
    private boolean wanted;

    public Throttle(Duration interval, Runnable action) {
        this.action = action;
        pause = new PauseTransition(interval);
        pause.setOnFinished(event -> rested());
    }

    /** Runs the action now, or when the interval since its last run is over. */
    public void request() {
        if (resting) {
            wanted = true;
            return;
        }
        resting = true;
        pause.playFromStart();
        action.run();
    }

    private void rested() {
        resting = false;
        if (wanted) {
            wanted = false;
            request();
        }
    }
}
