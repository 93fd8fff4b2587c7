package io.flamemark.app.chart;

import io.flamemark.app.chart.PlotPainter.Ink;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Draws the read-out under the mouse: a line, a dot on each curve and a small table of values. */
final class ReadOutPainter {

    private static final double LINE_HEIGHT = 16;
    private static final double PADDING = 8;
    private static final double GAP = 10;

    private final GraphicsContext g;
    private final Ink ink;
    private final Color surface;

    ReadOutPainter(GraphicsContext g, Ink ink, Color surface) {
        this.g = g;
        this.ink = ink;
        this.surface = surface;
    }

    void paint(ReadOut values, Plot plot, PlotArea area) {
        if (values.lines().isEmpty()) {
            return;
        }
        double x = Math.floor(area.pixelX(values.x())) + 0.5;
        g.setStroke(ink.text());
        g.setLineWidth(1);
        g.strokeLine(x, area.top(), x, area.bottom());
        for (ReadOut.Line line : values.lines()) {
            paintDot(line, area);
        }
        paintTable(values, plot, area, x);
    }

    private void paintDot(ReadOut.Line line, PlotArea area) {
        double y = area.pixelY(line.y());
        if (Double.isFinite(y)) {
            g.setFill(surface);
            g.fillOval(area.pixelX(line.x()) - 5, y - 5, 10, 10);
            g.setFill(line.series().hue().on(ink.dark()));
            g.fillOval(area.pixelX(line.x()) - 3.5, y - 3.5, 7, 7);
        }
    }

    private void paintTable(ReadOut values, Plot plot, PlotArea area, double x) {
        String head = plot.xLabel() + " " + plot.places().text(values.x());
        double width = width(head, values.lines()) + 2 * PADDING;
        double height = (values.lines().size() + 1) * LINE_HEIGHT + 2 * PADDING - 4;
        double left = x + GAP + width <= area.right() ? x + GAP : Math.max(0, x - GAP - width);
        double top = area.top() + 4;
        g.setFill(surface);
        g.fillRoundRect(left, top, width, height, 6, 6);
        g.setStroke(ink.grid());
        g.strokeRoundRect(left + 0.5, top + 0.5, width - 1, height - 1, 6, 6);
        g.setFont(ink.font());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(ink.text());
        double y = top + PADDING + LINE_HEIGHT / 2 - 2;
        g.fillText(head, left + PADDING, y);
        for (ReadOut.Line line : values.lines()) {
            y += LINE_HEIGHT;
            g.setFill(line.series().hue().on(ink.dark()));
            g.fillOval(left + PADDING, y - 3.5, 7, 7);
            g.setFill(ink.text());
            g.fillText(line.text(), left + PADDING + 13, y);
        }
    }

    private double width(String head, List<ReadOut.Line> lines) {
        return Math.max(
                textWidth(head),
                13 + lines.stream().mapToDouble(l -> textWidth(l.text())).max().orElse(0));
    }

    private double textWidth(String words) {
        Text text = new Text(words);
        text.setFont(ink.font());
        return text.getLayoutBounds().getWidth();
    }
}
