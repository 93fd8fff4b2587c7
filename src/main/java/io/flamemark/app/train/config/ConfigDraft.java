package io.flamemark.app.train.config;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.run.ConfigOverride;
import io.flamemark.run.RunConfig;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration while a person changes it: where it began, the weights chosen, and every single value set since. Weights
 * decide the network and the way downhill; what a person has set stands above that, as at the command line. Which network
 * they are of is read in the background: a disk may be slow. For the window's thread.
 */
final class ConfigDraft {

    /** The value that others depend on. */
    static final String WEIGHTS = "network.weights";

    private static final String READING = "Reading these weights…";

    /** Makes a configuration fit the weights it names; may take long. */
    @FunctionalInterface
    interface Fitting {
        /** @throws IOException with a sentence for the user, where there are no such weights */
        RunConfig fit(RunConfig config) throws IOException;
    }

    private final RunConfig start;
    private final Fitting fitting;
    private final FxTasks tasks;
    private final Runnable changed;
    private final Map<String, ConfigOverride> own = new LinkedHashMap<>();

    private RunConfig config;
    private String note = "";
    private Optional<Job> reading = Optional.empty();
    private boolean settled = true;

    /** @param changed called after each change; again when weights were read */
    ConfigDraft(RunConfig start, Fitting fitting, FxTasks tasks, Runnable changed) {
        this.start = start;
        this.fitting = fitting;
        this.tasks = tasks;
        this.changed = changed;
        config = start;
    }

    /** As it stands; not to be trained with unless it is {@link #isSettled}. */
    RunConfig config() {
        return config;
    }

    /** Whether all that the weights change is known. */
    boolean isSettled() {
        return settled;
    }

    /** What the weights have changed, or why they cannot; empty where there are none. */
    String note() {
        return note;
    }

    /**
     * Sets one value.
     *
     * @throws IllegalArgumentException if it does not fit, with a sentence for the user; nothing is changed then
     */
    void set(String path, Object value) {
        ConfigOverride change = new ConfigOverride(path, String.valueOf(value));
        config = change.applyTo(config);
        if (path.equals(WEIGHTS)) {
            follow(change);
        } else {
            own.put(path, change);
            changed.run();
        }
    }

    /** Nobody wants to know any more which network the weights are of that were chosen last. */
    void abandon() {
        reading.ifPresent(Job::cancel);
    }

    private void follow(ConfigOverride weights) {
        abandon();
        RunConfig named = weights.applyTo(start);
        if (named.network().startsFromNothing()) {
            settle(named, "");
            return;
        }
        settled = false;
        note = READING;
        changed.run();
        // The name stays as it was chosen: which file it stands for is found again when the training begins.
        reading = Optional.of(tasks.task("Reading weights", progress -> fitting.fit(named))
                .unseen()
                .onSuccess(next -> settle(weights.applyTo(next), WeightsWords.about(named, next)))
                .onFailure(e -> settle(named, String.valueOf(e.getMessage())))
                .start());
    }

    private void settle(RunConfig fitted, String words) {
        settled = true;
        note = words;
        config = fitted;
        for (ConfigOverride change : own.values()) {
            config = change.applyTo(config);
        }
        changed.run();
    }
}
