package io.flamemark.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round places to label along an axis: multiples of 1, 2 or 5 times a power of ten. After P. Heckbert, "Nice numbers for
 * graph labels", Graphics Gems, 1990.
 */
public final class Ticks {

    private static final double TOLERANCE = 1e-9;
    private static final int MOST_DECIMALS = 4;

    /** An axis cut into so many parts holds two round values, wherever it begins. */
    private static final int ENOUGH_PARTS = 4;

    private static final List<Integer> ROUND_SECONDS =
            List.of(1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200);

    /** A day. */
    private static final double LONGEST_ROUND = 86_400;

    /** From here on numbers are given in thousands, as long as that tells neighbours apart. */
    private static final double MANY = 10_000;

    private static final double THOUSAND = 1000;

    private Ticks() {}

    /** A labelled place. */
    public record Tick(double value, String label) {}

    /** The distance of round ticks that cut {@code range} into about {@code wanted} parts. */
    public static double step(double range, int wanted) {
        double rough = range / Math.max(1, wanted);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        double nice = lead < 1.5 ? 1 : lead < 3 ? 2 : lead < 7 ? 5 : 10;
        return nice * power;
    }

    /** The ticks inside a scale, about {@code wanted} of them. */
    public static List<Tick> of(Scale scale, int wanted) {
        return scale.log() ? logarithmic(scale, wanted) : linear(scale, wanted);
    }

    /** Ticks at whole numbers only, for axes that count. */
    public static List<Tick> whole(Scale scale, int wanted) {
        double step = Math.max(1, step(scale.high() - scale.low(), wanted));
        return multiples(scale, step);
    }

    /** Ticks at round times; the values are seconds. */
    public static List<Tick> seconds(Scale scale, int wanted) {
        double rough = (scale.high() - scale.low()) / Math.max(1, wanted);
        double step = ROUND_SECONDS.stream()
                .mapToDouble(Integer::doubleValue)
                .filter(s -> s >= rough)
                .findFirst()
                .orElse(LONGEST_ROUND * Math.ceil(rough / LONGEST_ROUND));
        return multiples(scale, step).stream()
                .map(tick -> new Tick(tick.value(), Places.clock(tick.value())))
                .toList();
    }

    /** At least two, however low the plot: one label alone tells no scale. */
    private static List<Tick> linear(Scale scale, int wanted) {
        double range = scale.high() - scale.low();
        List<Tick> ticks = multiples(scale, step(range, wanted));
        for (int finer = wanted + 1; ticks.size() < 2 && finer <= ENOUGH_PARTS; finer++) {
            ticks = multiples(scale, step(range, finer));
        }
        return ticks;
    }

    private static List<Tick> multiples(Scale scale, double step) {
        List<Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(scale.low() / step - TOLERANCE);
        long last = (long) Math.floor(scale.high() / step + TOLERANCE);
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + TOLERANCE));
        for (long i = first; i <= last; i++) {
            double value = i * step;
            ticks.add(new Tick(value, Math.abs(value) >= MANY ? thousands(value, step) : fixed(value, decimals)));
        }
        return ticks;
    }

    private static List<Tick> logarithmic(Scale scale, int wanted) {
        double decades = Math.log10(scale.high() / scale.low());
        double[] leads = decades > wanted ? new double[] {1} : new double[] {1, 2, 5};
        List<Tick> ticks = new ArrayList<>();
        int from = (int) Math.floor(Math.log10(scale.low()));
        int to = (int) Math.ceil(Math.log10(scale.high()));
        for (int power = from; power <= to; power++) {
            for (double lead : leads) {
                double value = lead * Math.pow(10, power);
                if (value >= scale.low() && value <= scale.high()) {
                    ticks.add(new Tick(
                            value, value >= MANY ? thousands(value, value) : fixed(value, Math.max(0, -power))));
                }
            }
        }
        return ticks.size() < 2 ? linear(scale, wanted) : ticks;
    }

    /** 12.5k, with as many decimals as neighbours a step away need; beyond two, the number itself. */
    private static String thousands(double value, double step) {
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step / THOUSAND) - TOLERANCE));
        return decimals > 2 ? fixed(value, 0) : fixed(value / THOUSAND, decimals) + "k";
    }

    private static String fixed(double value, int decimals) {
        if (decimals > MOST_DECIMALS) {
            return value == 0
                    ? "0"
                    : String.format(Locale.ROOT, "%.1e", value)
                            .replace(".0e", "e")
                            .replaceAll("e-0?", "e-");
        }
        return String.format(Locale.ROOT, "%." + decimals + "f", value == 0 ? 0.0 : value);
    }
}
