package io.flamemark.app.task;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Work under way, as the status bar shows it. Its properties change on the window's thread only. */
public final class Job implements Progress {

    private final String title;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final FxTasks tasks;
    private final boolean stoppable;
    private final Runnable onCancel;
    private volatile boolean cancelled;

    Job(String title, FxTasks tasks, boolean stoppable, Runnable onCancel) {
        this.title = title;
        this.tasks = tasks;
        this.stoppable = stoppable;
        this.onCancel = onCancel;
    }

    /** What is being done: {@code Opening fire.json}. */
    public String title() {
        return title;
    }

    /** 0..1, negative where unknown. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    @Override
    public void at(double nextFraction, String nextMessage) {
        tasks.onWindowThread(() -> {
            fraction.set(nextFraction);
            message.set(nextMessage);
        });
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    /** Whether a person may {@link #cancel} it. */
    public boolean isStoppable() {
        return stoppable;
    }

    /** Asks for an end. A task's result, if it still comes, is not delivered. */
    public void cancel() {
        if (!cancelled) {
            cancelled = true;
            onCancel.run();
        }
    }

    /** Takes the job off the status bar; for jobs made by {@link FxTasks#show}. */
    public void end() {
        tasks.remove(this);
    }
}
