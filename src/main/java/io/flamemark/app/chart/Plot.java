package io.flamemark.app.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a chart shows: its curves and how its axes run.
 *
 * @param xLabel what the horizontal axis counts
 * @param places how the horizontal axis is labelled
 * @param markers vertical lines, such as the best epoch
 * @param log whether the vertical axis is logarithmic
 * @param yRange a fixed vertical range, linear; otherwise the axis follows the curves
 */
public record Plot(
        String xLabel, Places places, List<Series> series, List<Marker> markers, boolean log, Optional<Range> yRange) {

    private static final int TICKS = 5;

    /** A logarithmic axis ends so far under its highest value: a loss that touches zero must not flatten the rest. */
    private static final double DEEPEST = 1e-7;

    /** So many times below the lowest drawn value raw ones are still in sight on a logarithmic axis. */
    private static final double DEEPEST_DIP = 3;

    public Plot {
        series = List.copyOf(series);
        markers = List.copyOf(markers);
    }

    /** A plot whose horizontal axis counts whole things. */
    public Plot(String xLabel, List<Series> series, List<Marker> markers, boolean log, Optional<Range> yRange) {
        this(xLabel, Places.WHOLE, series, markers, log, yRange);
    }

    /** A vertical line at {@code x} with a word on it. */
    public record Marker(double x, String label) {}

    /** From low to high. */
    public record Range(double low, double high) {}

    public static Plot empty(String xLabel) {
        return new Plot(xLabel, List.of(), List.of(), false, Optional.empty());
    }

    public boolean isEmpty() {
        return series.stream().allMatch(Series::isEmpty);
    }

    /** The plot with only the series whose name passes. */
    public Plot only(Predicate<String> name) {
        List<Series> passing = series.stream().filter(s -> name.test(s.name())).toList();
        return new Plot(xLabel, places, passing, markers, log, yRange);
    }

    /** From the first to the last point of all curves; empty where there is none. */
    public Optional<Range> xRange() {
        Extent ends = new Extent();
        for (Series one : series) {
            if (one.size() > 0) {
                ends.include(one.x().get(0));
                ends.include(one.x().get(one.size() - 1));
            }
        }
        return ends.isEmpty(false) ? Optional.empty() : Optional.of(new Range(ends.low(false), ends.high()));
    }

    /** The horizontal axis where nothing else is asked for. */
    public Scale xAxis() {
        return xRange().map(r -> Scale.linear(r.low(), r.high())).orElse(Scale.linear(0, 1));
    }

    /** The vertical axis for what is in sight: round, and from zero unless logarithmic or fixed. */
    public Scale yAxis(Scale xAxis) {
        if (yRange.isPresent()) {
            return Scale.linear(yRange.get().low(), yRange.get().high());
        }
        Extent inSight = inSight(xAxis, series);
        if (inSight.isEmpty(log)) {
            return Scale.linear(0, 1);
        }
        double high = inSight.high();
        Scale tight = log
                ? Scale.logarithmic(Math.max(lowestToShow(inSight, xAxis), high * DEEPEST), high)
                : Scale.linear(Math.min(0, inSight.low(false)), Math.max(high, DEEPEST));
        return tight.rounded(TICKS);
    }

    /** Raw values that dip far below all the rest would take most of a logarithmic axis, and tell least. */
    private double lowestToShow(Extent all, Scale xAxis) {
        List<Series> calm =
                series.stream().filter(s -> s.line() != Series.Line.FAINT).toList();
        Extent drawn = inSight(xAxis, calm);
        return drawn.isEmpty(true) ? all.low(true) : Math.max(all.low(true), drawn.low(true) / DEEPEST_DIP);
    }

    private static Extent inSight(Scale xAxis, List<Series> some) {
        Extent extent = new Extent();
        some.forEach(s -> s.include(extent, xAxis));
        return extent;
    }
}
