package io.flamemark.app.train.augmentation;

import io.flamemark.run.ConfigOverride;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunWords;
import java.util.EnumSet;
import java.util.function.ToDoubleFunction;

/** Which variation of the training images is looked at: all together as they will be, or one kind alone. */
enum SeenKind {
    ALL("All together", "", 0, config -> 0),
    FLIP("Mirrored", "flip", 1, config -> config.augmenting().flip()),
    SCALE("Another size", "scaleJitter", 0.5, config -> config.augmenting().scaleJitter()),
    CROP("Cropped", "crop", 1, config -> config.augmenting().crop()),
    COLOUR("Other colours", "colorJitter", 0.5, config -> config.augmenting().colorJitter()),
    EXPOSURE(
            "Darker or brighter", "exposure", 0.5, config -> config.augmenting().exposure()),
    BLUR("Blurred", "blur", 0.5, config -> config.augmenting().blur()),
    NOISE("Grainy", "noise", 0.5, config -> config.augmenting().noise()),
    MOSAIC("Four in one", "mosaic", 1, config -> config.augmenting().mosaic());

    private final String title;
    private final String field;

    /** A chance is shown as a certainty; a strength as it is set or, where it is off, at half of the most. */
    private final double shown;

    private final ToDoubleFunction<RunConfig> value;

    SeenKind(String title, String field, double shown, ToDoubleFunction<RunConfig> value) {
        this.title = title;
        this.field = field;
        this.shown = shown;
        this.value = value;
    }

    /** The configuration that shows it: no other kind varies anything. */
    RunConfig of(RunConfig config) {
        if (this == ALL) {
            return config;
        }
        RunConfig alone = config;
        for (SeenKind kind : EnumSet.complementOf(EnumSet.of(ALL))) {
            double wanted = kind == this ? strength(config) : 0;
            alone = new ConfigOverride("augmenting." + kind.field, String.valueOf(wanted)).applyTo(alone);
        }
        return alone;
    }

    private double strength(RunConfig config) {
        double set = value.applyAsDouble(config);
        return isChance() || set == 0 ? shown : set;
    }

    private boolean isChance() {
        return shown == 1;
    }

    /** How much the settings make of a single kind, in a sentence. */
    String use(RunConfig config) {
        double set = value.applyAsDouble(config);
        if (set == 0) {
            return "Training will not vary images so; it can be switched on in Advanced settings, Augmenting.";
        }
        return isChance()
                ? "Training will vary " + Math.round(100 * set) + " of 100 images so."
                : "Training will vary all images so, with a strength of up to " + RunWords.number(set) + " of 1.";
    }

    @Override
    public String toString() {
        return title;
    }
}
