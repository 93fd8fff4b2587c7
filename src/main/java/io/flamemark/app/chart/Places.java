package io.flamemark.app.chart;

import java.util.List;
import java.util.Locale;

/** What a horizontal axis counts, and so how its places are labelled and read out. */
public enum Places {
    /** Whole things. */
    WHOLE,
    /** Things of which there are parts. */
    PARTS,
    /** Seconds. */
    SECONDS;

    private static final int SECONDS_AN_HOUR = 3600;
    private static final int SECONDS_A_MINUTE = 60;

    /** About so many places to label. */
    List<Ticks.Tick> ticks(Scale scale, int wanted) {
        return switch (this) {
            case WHOLE -> Ticks.whole(scale, wanted);
            case PARTS -> Ticks.of(scale, wanted);
            case SECONDS -> Ticks.seconds(scale, wanted);
        };
    }

    /** One place in full, for the read-out. */
    String text(double value) {
        return switch (this) {
            case WHOLE -> String.valueOf(Math.round(value));
            case PARTS -> String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
            case SECONDS -> clock(value);
        };
    }

    /** For example 0:07, 12:30 or 1:05:30. */
    static String clock(double seconds) {
        long whole = Math.round(seconds);
        long hours = whole / SECONDS_AN_HOUR;
        long minutes = whole % SECONDS_AN_HOUR / SECONDS_A_MINUTE;
        long rest = whole % SECONDS_A_MINUTE;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, rest)
                : String.format(Locale.ROOT, "%d:%02d", minutes, rest);
    }
}
