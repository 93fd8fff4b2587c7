package io.flamemark.app.train.model;

import io.flamemark.app.task.FxTasks;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Notices runs that another window or a command begins, goes on with or ends, while somebody looks: every two seconds the
 * folder of runs is asked in the background whether anything changed. For the window's thread.
 */
final class RunsWatch {

    private static final Duration PAUSE = Duration.seconds(2);

    private final Supplier<Optional<TrainingFiles>> project;
    private final FxTasks tasks;
    private final Runnable changed;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private boolean watching;
    private Optional<String> seen = Optional.empty();

    /** @param changed called where the runs are no longer those of the look before */
    RunsWatch(Supplier<Optional<TrainingFiles>> project, FxTasks tasks, Runnable changed) {
        this.project = project;
        this.tasks = tasks;
        this.changed = changed;
        pause.setOnFinished(event -> look());
    }

    void start() {
        if (!watching) {
            watching = true;
            look();
        }
    }

    void stop() {
        watching = false;
        pause.stop();
    }

    private void look() {
        Optional<TrainingFiles> files = project.get();
        tasks.task(
                        "Looking for runs",
                        progress -> files.isEmpty() ? "" : files.get().runsMark())
                .unseen()
                .onSuccess(this::looked)
                // Why the folder cannot be read is told where the runs are read.
                .onFailure(e -> looked(String.valueOf(e.getMessage())))
                .start();
    }

    private void looked(String mark) {
        boolean other = seen.isPresent() && !seen.get().equals(mark);
        seen = Optional.of(mark);
        if (watching) {
            pause.playFromStart();
            if (other) {
                changed.run();
            }
        }
    }
}
