package io.flamemark.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlotTest {

    private static Series series(String name, double[] x, double[] y) {
        return new Series(name, "", Hue.BLUE, Series.Line.SOLID, x, y);
    }

    private static Plot plot(boolean log, Series... series) {
        return new Plot("step", List.of(series), List.of(), log, Optional.empty());
    }

    @Test
    @DisplayName("the axes hold every curve; the vertical one starts at zero")
    void axes() {
        Plot plot = plot(
                false,
                series("a", new double[] {1, 5}, new double[] {2, 3}),
                series("b", new double[] {3, 9}, new double[] {7, 1}));
        assertEquals(new Scale(false, 1, 9), plot.xAxis());
        assertEquals(0, plot.yAxis(plot.xAxis()).low());
        assertTrue(plot.yAxis(plot.xAxis()).high() >= 7);
    }

    @Test
    @DisplayName("a logarithmic axis leaves out zeros instead of failing on them")
    void logarithmic() {
        Plot plot = plot(true, series("a", new double[] {1, 2, 3}, new double[] {0, 0.1, 10}));
        Scale axis = plot.yAxis(plot.xAxis());
        assertTrue(axis.log() && axis.low() < 0.1 && axis.low() > 0.05);
    }

    @Test
    @DisplayName("the read-out takes the nearest point of each curve, highest first, and skips faint ones")
    void readOut() {
        Series faint = new Series("a", "", Hue.BLUE, Series.Line.FAINT, new double[] {1, 2}, new double[] {9, 9});
        Plot plot = plot(
                false,
                series("a", new double[] {1, 2, 3, 4}, new double[] {10, 20, 30, 40}),
                series("b", new double[] {2, 4}, new double[] {21, 5}),
                faint);
        ReadOut values = ReadOut.at(plot, 2.2);
        assertEquals(2, values.x());
        assertEquals(List.of("b  21.00", "a  20.00"), texts(values));
    }

    @Test
    @DisplayName("zoomed in, the vertical axis follows what is in sight")
    void zoomed() {
        Plot plot = plot(false, series("a", new double[] {1, 2, 3, 4, 5}, new double[] {100, 50, 1, 1, 1}));
        assertTrue(plot.yAxis(Scale.linear(1, 5)).high() >= 100);
        assertTrue(plot.yAxis(Scale.linear(3.5, 5)).high() < 2);
    }

    @Test
    @DisplayName("a loss that once touched nothing does not flatten a logarithmic axis")
    void deep() {
        Plot plot = plot(true, series("a", new double[] {1, 2, 3}, new double[] {1, 1e-30, 2}));
        assertTrue(plot.yAxis(plot.xAxis()).low() > 1e-8);
    }

    @Test
    @DisplayName("raw values that dip far below the smoothed ones do not flatten a logarithmic axis")
    void dip() {
        double[] x = {1, 2, 3};
        Series raw = new Series("a", "", Hue.BLUE, Series.Line.FAINT, x, new double[] {1, 0.001, 9});
        Plot plot = plot(true, series("a", x, new double[] {1, 1.2, 1.4}), raw);
        Scale axis = plot.yAxis(plot.xAxis());
        assertTrue(axis.low() > 0.2 && axis.low() < 1, axis::toString);
        assertTrue(axis.high() >= 9);
        assertTrue(plot(true, raw).yAxis(plot.xAxis()).low() <= 0.001, "what is alone is all in sight");
    }

    @Test
    @DisplayName("the read-out of a smoothed curve tells the raw value too")
    void rawReadOut() {
        double[] x = {1, 2};
        Samples places = Samples.of(x);
        Series calm = new Series("a", "", Hue.BLUE, Series.Line.SOLID, places, Samples.of(1, 2));
        Series raw = new Series("a", "", Hue.BLUE, Series.Line.FAINT, places, Samples.of(1, 9));
        ReadOut there = ReadOut.at(plot(false, calm, raw), 2);
        assertEquals(List.of("a  2.000  raw 9.000"), texts(there));
        assertEquals(List.of(""), there.table(false).headings(), "where there is no room for it");
    }

    @Test
    @DisplayName("curves of one name share a row of the read-out")
    void sharedRow() {
        double[] x = {1, 2};
        Series other = series("b", x, new double[] {3, 3});
        Series judged = new Series("a", "validation", Hue.BLUE, Series.Line.DASHED, x, new double[] {1, 4});
        Series learned = series("a", x, new double[] {1, 2});
        assertEquals(
                List.of("a  2.000  validation 4.000", "b  3.000"),
                texts(ReadOut.at(plot(false, other, judged, learned), 2)));
    }

    @Test
    @DisplayName("a curve that ended long before the place has no value there, one that is about to go on has its last")
    void ended() {
        Series shorter = series("ended", new double[] {1, 2, 3}, new double[] {5, 5, 5});
        Series epochs = series("epochs", new double[] {0, 20, 40}, new double[] {7, 7, 7});
        assertEquals(List.of("epochs  7.000"), texts(ReadOut.at(plot(false, shorter, epochs), 50)));
        assertEquals(List.of(), texts(ReadOut.at(plot(false, shorter, epochs), 90)));
    }

    @Test
    @DisplayName("values are read to four digits, however small, and never in powers of ten")
    void digits() {
        Map<Double, String> texts = Map.of(
                0.0,
                "0.000",
                0.00047512,
                "0.0004751",
                0.0005,
                "0.0005",
                0.0025,
                "0.002500",
                0.84512,
                "0.8451",
                12.3456,
                "12.35",
                -1.5,
                "-1.500",
                123456.7,
                "123457");
        texts.forEach((value, text) -> assertEquals(text, ReadOut.format(value)));
    }

    private static List<String> texts(ReadOut values) {
        ReadOut.Table table = values.table(true);
        return table.rows().stream()
                .map(row -> row.name()
                        + IntStream.range(0, table.headings().size())
                                .filter(i -> !row.values().get(i).isEmpty())
                                .mapToObj(i -> "  "
                                        + (table.headings().get(i) + " "
                                                        + row.values().get(i))
                                                .strip())
                                .collect(Collectors.joining()))
                .toList();
    }
}
