package io.flamemark.app.train.model;

import java.util.stream.Stream;

/** The three ways to train that need no settings. */
public enum Preset {
    QUICK("quick", "Quick", "A small network, to see whether it works. Good for the first try."),
    BALANCED("balanced", "Balanced", "A deeper network that sees more detail. Good for everyday use."),
    BEST("best", "Best", "The largest network and the longest training. For the final model.");

    private final String key;
    private final String title;
    private final String sentence;

    Preset(String key, String title, String sentence) {
        this.key = key;
        this.title = title;
        this.sentence = sentence;
    }

    /** The preset of a name; the fastest for a name that is none of theirs. */
    public static Preset of(String key) {
        return Stream.of(values()).filter(it -> it.key.equals(key)).findFirst().orElse(QUICK);
    }

    /** Its name in configurations and on the command line. */
    public String key() {
        return key;
    }

    /** As it stands on its card. */
    public String title() {
        return title;
    }

    /** What it does, in a sentence. */
    public String sentence() {
        return sentence;
    }
}
