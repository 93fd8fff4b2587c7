package io.flamemark.app.chart;

import java.util.List;
import javafx.geometry.VPos;
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
    private static final double PIXELS_PER_X_TICK = 50;
    private static final double PIXELS_PER_Y_TICK = 30;
    private static final int DOTS_UP_TO = 40;
    private static final double FAINT = 0.28;

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

    /** The room for curves on a canvas of the given size. */
    static PlotArea area(Plot plot, double width, double height) {
        double w = Math.max(1, width - LEFT - RIGHT);
        double h = Math.max(1, height - TOP - BOTTOM);
        return new PlotArea(LEFT, TOP, w, h, plot.xAxis(), plot.yAxis());
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
        plot.markers().forEach(m -> paintMarker(m, area));
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
        List<Ticks.Tick> ticks = Ticks.whole(area.x(), (int) (area.width() / PIXELS_PER_X_TICK));
        for (Ticks.Tick tick : ticks) {
            g.fillText(tick.label(), area.pixelX(tick.value()), area.bottom() + 11);
        }
        g.fillText(plot.xLabel(), area.left() + area.width() / 2, area.bottom() + 26);
    }

    private void paintCurve(Series series, PlotArea area) {
        Decimation.Curve curve = Decimation.of(series.x(), series.y(), area.x(), (int) area.width());
        Color color = series.hue().on(ink.dark());
        boolean faint = series.line() == Series.Line.FAINT;
        g.setStroke(faint ? color.deriveColor(0, 1, 1, FAINT) : color);
        g.setLineWidth(faint ? 1 : 2);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        if (series.line() == Series.Line.DASHED) {
            g.setLineDashes(2, 6);
        } else {
            g.setLineDashes();
        }
        strokeCurve(curve, area);
        g.setLineDashes();
        boolean marked = series.line() == Series.Line.DOTTED || series.line() == Series.Line.DASHED;
        if (curve.size() == 1 || marked && curve.size() <= DOTS_UP_TO) {
            paintDots(curve, area, color);
        }
    }

    private void strokeCurve(Decimation.Curve curve, PlotArea area) {
        g.beginPath();
        boolean drawing = false;
        for (int i = 0; i < curve.size(); i++) {
            double y = area.pixelY(curve.y()[i]);
            if (!Double.isFinite(y)) {
                continue;
            }
            double x = area.pixelX(curve.x()[i]);
            if (drawing) {
                g.lineTo(x, y);
            } else {
                g.moveTo(x, y);
                drawing = true;
            }
        }
        g.stroke();
    }

    private void paintDots(Decimation.Curve curve, PlotArea area, Color color) {
        g.setFill(color);
        for (int i = 0; i < curve.size(); i++) {
            g.fillOval(area.pixelX(curve.x()[i]) - 2.5, area.pixelY(curve.y()[i]) - 2.5, 5, 5);
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
        boolean right = x > area.left() + area.width() * 0.8;
        g.setTextAlign(right ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(marker.label(), right ? x - 4 : x + 4, area.top() - 7);
    }
}
