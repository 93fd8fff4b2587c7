package io.flamemark.app.train.model;

import io.flamemark.run.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people say them. */
public final class Words {

    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final int LONGEST_LINE = 64;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private Words() {}

    /** Broken between words into lines that a tooltip has room for; it shows every line whole, however long. */
    public static String inLines(String text) {
        return text.replaceAll("(.{1," + LONGEST_LINE + "})(?: +|$)", "$1\n").strip();
    }

    /** "23 Nov 15:27", where this machine is. */
    public static String when(Instant at) {
        return WHEN.format(at.atZone(ZoneId.systemDefault()));
    }

    /** A run where there is little room: the name it was given, or when it began. */
    public static String called(RunSummary run) {
        return run.given().isEmpty() ? when(run.created()) : run.given();
    }

    /** "1 image", "3 images". */
    public static String count(long n, String one) {
        return n + " " + (n == 1 ? one : one + "s");
    }

    /** About how long, for example "12 min" or "1 h 05 min". */
    public static String roughly(double seconds) {
        long whole = Math.max(0, Math.round(seconds));
        if (whole < MINUTE) {
            return whole + " s";
        }
        if (whole < HOUR) {
            return Math.round(whole / (double) MINUTE) + " min";
        }
        return String.format(Locale.ROOT, "%d h %02d min", whole / HOUR, whole % HOUR / MINUTE);
    }

    /** About how long, as {@link #roughly(double)} says it. */
    public static String roughly(Duration duration) {
        return roughly(duration.toMillis() / 1000.0);
    }

    /** A fraction with three digits; a dash where it is undefined (COCO's -1). */
    public static String fraction(double value) {
        return value < 0 || Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** A loss, short. */
    static String loss(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
