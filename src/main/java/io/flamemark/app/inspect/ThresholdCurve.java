package io.flamemark.app.inspect;

import io.flamemark.app.chart.Hue;
import io.flamemark.app.chart.Plot;
import io.flamemark.app.chart.Series;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What each threshold would bring over many images: the price of finding more is more false alarms. */
record ThresholdCurve(List<Point> points) {

    private static final int LOWEST_PERCENT = 5;
    private static final int HIGHEST_PERCENT = 95;
    private static final int STEP_PERCENT = 5;
    private static final int WHOLE = 100;

    /** One threshold, in percent, and what comes of it. */
    record Point(int percent, Tally tally) {

        /** The harmonic mean of precision and recall, 0 where either is 0 or undefined. */
        double f1() {
            int wrong = tally.falseAlarms() + tally.truths() - tally.right();
            double both = 2.0 * tally.right();
            return both == 0 ? 0 : both / (both + wrong);
        }
    }

    static ThresholdCurve of(Collection<Judgement> judgements) {
        return new ThresholdCurve(IntStream.rangeClosed(LOWEST_PERCENT / STEP_PERCENT, HIGHEST_PERCENT / STEP_PERCENT)
                .map(i -> i * STEP_PERCENT)
                .mapToObj(p -> new Point(p, Tally.of(judgements, p / (double) WHOLE)))
                .toList());
    }

    /** The threshold, 0..1, with the best balance (F1); among equal ones the middle. Empty where nothing right is found. */
    OptionalDouble best() {
        double most = points.stream().mapToDouble(Point::f1).max().orElse(0);
        List<Point> equals = points.stream()
                .filter(p -> p.f1() == most)
                .sorted(Comparator.comparingInt(Point::percent))
                .toList();
        return most == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(equals.get(equals.size() / 2).percent() / (double) WHOLE);
    }

    /** Found and right shares by threshold, with a marker at the one in use. */
    Plot plot(double threshold) {
        List<Series> series = List.of(
                series("found", Hue.BLUE, p -> p.tally().recall()),
                series("right", Hue.GREEN, p -> p.tally().precision()));
        List<Plot.Marker> markers = List.of(new Plot.Marker(threshold * WHOLE, ""));
        return new Plot("threshold in %", series, markers, false, Optional.of(new Plot.Range(0, 1)));
    }

    private Series series(String name, Hue hue, ToDoubleFunction<Point> value) {
        double[] x = points.stream().mapToDouble(Point::percent).toArray();
        double[] y = points.stream().mapToDouble(value).toArray();
        return new Series(name, "", hue, Series.Line.SOLID, x, y);
    }
}
