package io.flamemark.app.train;

/** The three ways to train that need no settings. */
public enum Preset {
    QUICK("quick", "Quick", "A small network, to see whether it works. Good for the first try.", "about 15 minutes"),
    BALANCED("balanced", "Balanced", "A deeper network that sees more detail. Good for everyday use.", "about an hour"),
    BEST("best", "Best", "The largest network and the longest training. For the final model.", "a night");

    private final String key;
    private final String title;
    private final String sentence;
    private final String duration;

    Preset(String key, String title, String sentence, String duration) {
        this.key = key;
        this.title = title;
        this.sentence = sentence;
        this.duration = duration;
    }

    /** Its name in configurations and on the command line. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /** What it does, in a sentence. */
    public String sentence() {
        return sentence;
    }

    /** How long it usually takes without a graphics card. */
    public String duration() {
        return duration;
    }
}
