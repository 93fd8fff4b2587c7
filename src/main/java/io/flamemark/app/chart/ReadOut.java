package io.flamemark.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values of all curves near one place, for the label that follows the mouse.
 *
 * @param x the place the values are near
 * @param lines by falling value, as the eye meets the curves from above
 */
record ReadOut(double x, List<Line> lines) {

    private static final String RAW = "raw";
    private static final int DIGITS = 4;
    private static final int MOST_DECIMALS = 12;

    /**
     * One curve's value.
     *
     * @param raw the value before smoothing, NaN where the curve is not smoothed
     */
    record Line(Series series, double x, double y, double raw) {

        /** What it tells, by the heading of the column that it goes to. */
        private Map<String, String> cells(boolean withRaw) {
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put(series.detail(), format(y));
            if (withRaw && !Double.isNaN(raw)) {
                cells.put(RAW, format(raw));
            }
            return cells;
        }
    }

    /**
     * What the curves of one name are at the place.
     *
     * @param hue of the highest
     * @param values one for each heading, empty where there is none
     */
    record Row(Hue hue, String name, List<String> values) {}

    /**
     * The values as people read them.
     *
     * @param headings of the values; that of the only one, or of the smoothed one, may be empty
     * @param rows one for each name, in the order of the highest of each
     */
    record Table(List<String> headings, List<Row> rows) {}

    /** @param withRaw whether there is room for that too */
    Table table(boolean withRaw) {
        Map<String, List<Line>> named = lines.stream()
                .collect(Collectors.groupingBy(line -> line.series().name(), LinkedHashMap::new, Collectors.toList()));
        Set<String> headings = new LinkedHashSet<>();
        lines.stream()
                .sorted(Comparator.comparing(line -> line.series().detail()))
                .forEach(line -> headings.addAll(line.cells(withRaw).keySet()));
        List<Row> rows = new ArrayList<>();
        named.forEach((name, its) -> {
            Map<String, String> cells = new HashMap<>();
            its.forEach(line -> cells.putAll(line.cells(withRaw)));
            List<String> values =
                    headings.stream().map(it -> cells.getOrDefault(it, "")).toList();
            rows.add(new Row(its.get(0).series().hue(), name, values));
        });
        return new Table(List.copyOf(headings), rows);
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
