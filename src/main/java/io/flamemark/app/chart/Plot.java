package io.flamemark.app.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What a chart shows: its curves and how its axes run.
 *
 * @param xLabel what the horizontal axis counts
 * @param markers vertical lines, such as the best epoch
 * @param log whether the vertical axis is logarithmic
 * @param yRange a fixed vertical range, linear; otherwise the axis follows the curves
 */
public record Plot(String xLabel, List<Series> series, List<Marker> markers, boolean log, Optional<Range> yRange) {

    private static final int TICKS = 5;

    public Plot {
        series = List.copyOf(series);
        markers = List.copyOf(markers);
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
    public Plot only(java.util.function.Predicate<String> name) {
        return new Plot(xLabel, series.stream().filter(s -> name.test(s.name())).toList(), markers, log, yRange);
    }

    /** The horizontal axis: from the first to the last point of all curves. */
    public Scale xAxis() {
        double[] all = series.stream()
                .flatMapToDouble(s ->
                        s.x().length == 0 ? DoubleStream.empty() : DoubleStream.of(s.x()[0], s.x()[s.x().length - 1]))
                .toArray();
        return all.length == 0
                ? Scale.linear(0, 1)
                : Scale.linear(
                        DoubleStream.of(all).min().orElse(0),
                        DoubleStream.of(all).max().orElse(1));
    }

    /** The vertical axis: round, and from zero unless logarithmic or fixed. */
    public Scale yAxis() {
        if (yRange.isPresent()) {
            return Scale.linear(yRange.get().low(), yRange.get().high());
        }
        double[] shown = series.stream()
                .flatMapToDouble(s -> DoubleStream.of(s.y()))
                .filter(v -> Double.isFinite(v) && (!log || v > 0))
                .toArray();
        if (shown.length == 0) {
            return Scale.linear(0, 1);
        }
        double low = DoubleStream.of(shown).min().orElse(0);
        double high = DoubleStream.of(shown).max().orElse(1);
        Scale tight = log ? Scale.logarithmic(low, high) : Scale.linear(Math.min(0, low), Math.max(high, 1e-6));
        return tight.rounded(TICKS);
    }
}
