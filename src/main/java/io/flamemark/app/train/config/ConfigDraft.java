package io.flamemark.app.train.config;

import io.flamemark.run.ConfigOverride;
import io.flamemark.run.RunConfig;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A configuration while a person changes it: where it began, the weights chosen, and every single value set since. Weights
 * decide the network and the way downhill; what a person has set stands above that, as at the command line.
 */
final class ConfigDraft {

    /** The value that others depend on. */
    static final String WEIGHTS = "network.weights";

    /** Makes a configuration fit the weights it names. */
    @FunctionalInterface
    interface Fitting {
        /** @throws IOException with a sentence for the user, where there are no such weights */
        RunConfig fit(RunConfig config) throws IOException;
    }

    private final RunConfig start;
    private final Fitting fitting;
    private final Map<String, ConfigOverride> own = new LinkedHashMap<>();
    private RunConfig config;
    private String note = "";

    ConfigDraft(RunConfig start, Fitting fitting) {
        this.start = start;
        this.fitting = fitting;
        config = start;
    }

    /** As it stands. */
    RunConfig config() {
        return config;
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
        if (path.equals(WEIGHTS)) {
            follow(change);
        } else {
            config = change.applyTo(config);
            own.put(path, change);
        }
    }

    private void follow(ConfigOverride weights) {
        RunConfig named = weights.applyTo(start);
        RunConfig fitted = named;
        try {
            fitted = fitting.fit(named);
            note = WeightsWords.about(named, fitted);
        } catch (IOException e) {
            note = e.getMessage();
        }
        // The name stays as it was chosen: which file it stands for is found again when the training begins.
        fitted = weights.applyTo(fitted);
        for (ConfigOverride change : own.values()) {
            fitted = change.applyTo(fitted);
        }
        config = fitted;
    }
}
