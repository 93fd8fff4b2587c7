package io.flamemark.app.chart;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws a plot: grid, axes, curves, markers. Knows nothing of the mouse. */
final class PlotPainter {

    private static final double LEFT = 46;
    private static final double RIGHT = 14;
    private static final double TOP = 16;
    private static final double BOTTOM = 34;

    /** Without the name of the horizontal axis, which low charts leave out. */
    private static final double NARROW_BOTTOM = 18;

    private static final double LOW = 150;
    private static final double PIXELS_PER_X_TICK = 60;
    private static final double PIXELS_PER_Y_TICK = 30;
    /** Closer than this, in pixels, the dots hide the line that they are on. */
    private static final double ROOM_FOR_A_DOT = 9;

    private static final double FAINT = 0.28;
    private static final double FAINT_BAND = 0.2;
    private static final double CROWDED_WIDTH = 1.5;
    private static final double DASH = 8;

    private final GraphicsContext g;
    private final Ink ink;

    PlotPainter(GraphicsContext g, Ink ink) {
        this.g = g;
        this.ink = ink;
    }

    /**
     * What a chart draws with.
     *
     * @param text axis labels
     * @param grid lines behind the curves
     */
    record Ink(Color text, Color grid, Font font) {

        /** Whether the background is dark: then the text is light. */
        boolean dark() {
            return text.getBrightness() > 0.6;
        }
    }

    /** Whether a canvas has room for the curves and little else. */
    static boolean isLow(double height) {
        return height < LOW;
    }

    /** The room for curves on a canvas of the given size. */
    static PlotArea area(Plot plot, Scale xAxis, double width, double height) {
        double w = Math.max(1, width - LEFT - RIGHT);
        double h = Math.max(1, height - TOP - (isLow(height) ? NARROW_BOTTOM : BOTTOM));
        return new PlotArea(LEFT, TOP, w, h, xAxis, plot.yAxis(xAxis));
    }

    void paint(Plot plot, PlotArea area) {
        g.setFont(ink.font());
        paintGrid(plot, area);
        g.save();
        g.beginPath();
        g.rect(area.left(), area.top() - 2, area.width(), area.height() + 4);
        g.clip();
        plot.series().stream().filter(s -> s.line() == Series.Line.FAINT).forEach(s -> paintCurve(s, area));
        plot.series().stream().filter(s -> s.line() != Series.Line.FAINT).forEach(s -> paintCurve(s, area));
        g.restore();
        plot.markers().stream().filter(m -> area.spans(m.x())).forEach(m -> paintMarker(m, area));
    }

    private void paintGrid(Plot plot, PlotArea area) {
        g.setLineWidth(1);
        g.setLineDashes();
        g.setStroke(ink.grid());
        g.setFill(ink.text());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (Ticks.Tick tick : Ticks.of(area.y(), (int) (area.height() / PIXELS_PER_Y_TICK))) {
            double y = Math.floor(area.pixelY(tick.value())) + 0.5;
            g.strokeLine(area.left(), y, area.right(), y);
            g.fillText(tick.label(), area.left() - 8, y);
        }
        g.setTextAlign(TextAlignment.CENTER);
        List<Ticks.Tick> ticks = plot.places().ticks(area.x(), (int) (area.width() / PIXELS_PER_X_TICK));
        for (Ticks.Tick tick : ticks) {
            g.fillText(tick.label(), area.pixelX(tick.value()), area.bottom() + 11);
        }
        if (!isLow(g.getCanvas().getHeight())) {
            g.fillText(plot.xLabel(), area.left() + area.width() / 2, area.bottom() + 26);
        }
    }

    private void paintCurve(Series series, PlotArea area) {
        Color color = series.hue().on(ink.dark());
        if (Trace.isCrowded(series, area)) {
            paintColumns(series, area, color);
            return;
        }
        Trace trace = Trace.line(series, area);
        setPen(series.line(), color);
        path(trace);
        g.stroke();
        g.setLineDashes();
        boolean marked = series.line() == Series.Line.DOTTED || series.line() == Series.Line.DASHED;
        if (trace.size() == 1 || marked && trace.size() * ROOM_FOR_A_DOT <= reach(trace)) {
            paintDots(trace, color);
        }
    }

    private static double reach(Trace trace) {
        return trace.size() == 0 ? 0 : trace.x(trace.size() - 1) - trace.x(0);
    }

    private void setPen(Series.Line line, Color color) {
        boolean faint = line == Series.Line.FAINT;
        g.setStroke(faint ? color.deriveColor(0, 1, 1, FAINT) : color);
        g.setLineWidth(faint ? 1 : 2);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        if (line == Series.Line.DASHED) {
            g.setLineDashes(2, 6);
        }
    }

    /** In columns as wide as a pixel of the screen, since between wider ones a light line would show. */
    private void paintColumns(Series series, PlotArea area, Color color) {
        boolean faint = series.line() == Series.Line.FAINT;
        boolean broken = series.line() == Series.Line.DASHED;
        double thickness = faint ? 1 : CROWDED_WIDTH;
        double width = pixel();
        g.setFill(faint ? color.deriveColor(0, 1, 1, FAINT_BAND) : color);
        Trace columns = Trace.columns(series, area, width);
        for (int i = 0; i + 1 < columns.size(); i += 2) {
            double left = columns.x(i);
            if (!broken || (left - area.left()) % DASH < DASH / 2) {
                double top = columns.y(i) - thickness / 2;
                g.fillRect(left, top, width, columns.y(i + 1) - columns.y(i) + thickness);
            }
        }
    }

    /** The size of a pixel of the screen, in the canvas's units. */
    private double pixel() {
        Scene scene = g.getCanvas().getScene();
        return scene == null || scene.getWindow() == null
                ? 1
                : 1 / scene.getWindow().getRenderScaleX();
    }

    private void path(Trace trace) {
        g.beginPath();
        for (int i = 0; i < trace.size(); i++) {
            if (i == 0) {
                g.moveTo(trace.x(i), trace.y(i));
            } else {
                g.lineTo(trace.x(i), trace.y(i));
            }
        }
    }

    private void paintDots(Trace trace, Color color) {
        g.setFill(color);
        for (int i = 0; i < trace.size(); i++) {
            g.fillOval(trace.x(i) - 2.5, trace.y(i) - 2.5, 5, 5);
        }
    }

    private void paintMarker(Plot.Marker marker, PlotArea area) {
        double x = Math.floor(area.pixelX(marker.x())) + 0.5;
        g.setStroke(ink.text());
        g.setLineWidth(1);
        g.setLineDashes(3, 3);
        g.strokeLine(x, area.top(), x, area.bottom());
        g.setLineDashes();
        g.setFill(ink.text());
        boolean right = x > area.left() + area.width() * 0.6;
        g.setTextAlign(right ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(marker.label(), right ? x - 4 : x + 4, area.top() - 7);
    }
}
