package io.flamemark.run;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What a run tells, in a line for a person: the same on the console and in the run's {@code log.txt}. */
public final class RunWords {

    private RunWords() {}

    /**
     * The line of an event; empty for those a person would not read one by one.
     *
     * @param epochs planned
     */
    public static Optional<String> line(RunEvent event, int epochs) {
        if (event instanceof RunEvent.Started started) {
            return Optional.of(begin(started));
        } else if (event instanceof RunEvent.Resumed resumed) {
            return Optional.of("going on after epoch " + resumed.epoch() + ", step " + resumed.step());
        } else if (event instanceof RunEvent.EpochMeasured epoch) {
            return Optional.of(epoch(epoch, epochs));
        } else if (event instanceof RunEvent.Notice notice) {
            return Optional.of(notice.message());
        } else if (event instanceof RunEvent.Ended ended) {
            return Optional.of((ended.state().name().toLowerCase(Locale.ROOT) + ". " + ended.message()).strip());
        }
        return Optional.empty();
    }

    /** A number as people write it: 0.0005, not 5.0E-4, and 2 rather than 2.0. */
    public static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    private static String begin(RunEvent.Started started) {
        return format(
                "%s and %s, %s of %s, %.1f million parameters",
                count(started.trainImages(), "training image"),
                count(started.validationImages(), "validation image"),
                count(started.epochs(), "epoch"),
                count(started.stepsPerEpoch(), "step"),
                started.parameters() / 1e6);
    }

    private static String epoch(RunEvent.EpochMeasured epoch, int epochs) {
        return format(
                        "epoch %d/%d  loss %.3f",
                        epoch.epoch(), epochs, epoch.training().total())
                + epoch.validation()
                        .map(v -> format("  validation %.3f", v.total()))
                        .orElse("")
                + epoch.scores().map(RunWords::scores).orElse("")
                + format("  %.0f s", epoch.seconds())
                + (epoch.best() ? "  " + whyKept(epoch) : "");
    }

    /** Where nothing judges, the newest epoch is kept, and nobody knows whether it is the best. */
    public static String whyKept(RunEvent.EpochMeasured epoch) {
        return epoch.validation().isPresent() ? "best so far" : "kept";
    }

    private static String scores(Scores scores) {
        if (!scores.isMeasured()) {
            return "  scores not measured";
        }
        return format("  mask AP50 %.3f  AP %.3f  mean IoU %.3f", scores.maskAp50(), scores.maskAp(), scores.meanIou());
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
