package io.flamemark.app.chart;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The values of all curves near one place, for the label that follows the mouse.
 *
 * @param x the place the values are near
 * @param lines by falling value, as the eye meets the curves from above
 */
record ReadOut(double x, List<Line> lines) {

    private static final int DIGITS = 4;
    private static final int MOST_DECIMALS = 12;

    /**
     * One curve's value.
     *
     * @param raw the value before smoothing, NaN where the curve is not smoothed
     */
    record Line(Series series, double x, double y, double raw) {

        private String text(boolean withRaw) {
            String detail = series.detail().isEmpty() ? "" : series.detail() + " ";
            return detail + format(y) + (Double.isNaN(raw) || !withRaw ? "" : "  raw " + format(raw));
        }
    }

    /**
     * What the curves of one name are at the place.
     *
     * @param hue of the highest
     */
    record Row(Hue hue, String text) {}

    /**
     * A row a name, in the order of the highest of each.
     *
     * @param withRaw whether there is room for that too
     */
    List<Row> rows(boolean withRaw) {
        Map<String, List<Line>> named = lines.stream()
                .collect(Collectors.groupingBy(line -> line.series().name(), LinkedHashMap::new, Collectors.toList()));
        return named.entrySet().stream()
                .map(entry -> new Row(
                        entry.getValue().get(0).series().hue(),
                        entry.getKey()
                                + entry.getValue().stream()
                                        .sorted(Comparator.comparing(
                                                line -> line.series().detail()))
                                        .map(line -> "  " + line.text(withRaw))
                                        .collect(Collectors.joining())))
                .toList();
    }

    /** The values of a plot near {@code x}; empty where no curve has a point. */
    static ReadOut at(Plot plot, double x) {
        List<Line> lines = plot.series().stream()
                .filter(s -> s.line() != Series.Line.FAINT && s.reaches(x))
                .map(s -> line(plot, s, s.nearest(x)))
                .filter(line -> Double.isFinite(line.y()))
                .sorted(Comparator.comparingDouble(Line::y).reversed())
                .toList();
        double near = lines.stream()
                .mapToDouble(Line::x)
                .boxed()
                .min(Comparator.comparingDouble(at -> Math.abs(at - x)))
                .orElse(x);
        return new ReadOut(near, lines);
    }

    private static Line line(Plot plot, Series series, int index) {
        double raw = plot.series().stream()
                .filter(s -> s.line() == Series.Line.FAINT && s.label().equals(series.label()) && s.x() == series.x())
                .mapToDouble(s -> s.y().get(index))
                .findFirst()
                .orElse(Double.NaN);
        return new Line(series, series.x().get(index), series.y().get(index), raw);
    }

    /** Four significant digits, never in powers of ten: people read these. */
    static String format(double value) {
        double size = Math.abs(value);
        int before = size == 0 ? 0 : (int) Math.floor(Math.log10(size));
        int decimals = Math.max(0, Math.min(MOST_DECIMALS, DIGITS - 1 - before));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        // A small number has zeros enough in front.
        return before < -DIGITS + 1 ? text.replaceFirst("0+$", "") : text;
    }
}
