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
    private static final double BULLET = 13;

    private final GraphicsContext g;
    private final Ink ink;
    private final Color surface;

    ReadOutPainter(GraphicsContext g, Ink ink, Color surface) {
        this.g = g;
        this.ink = ink;
        this.surface = surface;
    }

    /** @param inFull with the table, not only the line and the dots */
    void paint(ReadOut values, Plot plot, PlotArea area, boolean inFull) {
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
        if (inFull) {
            paintTable(values, plot, area, x);
        }
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

    /** The values below each other, in as many columns as the canvas is too low for. */
    private void paintTable(ReadOut values, Plot plot, PlotArea area, double x) {
        int count = values.rows(false).size();
        String head = plot.xLabel() + " " + plot.places().text(values.x());
        double top = area.top() + 4;
        double room = g.getCanvas().getHeight() - top - 2 * PADDING;
        int rows = (int) Math.max(1, Math.min(count, Math.floor(room / LINE_HEIGHT) - 1));
        int columns = (count + rows - 1) / rows;
        List<ReadOut.Row> lines = values.rows(columns == 1);
        double column = columnWidth(lines);
        double width = Math.max(textWidth(head), columns * column - GAP) + 2 * PADDING;
        double left = x + GAP + width <= area.right() ? x + GAP : Math.max(0, x - GAP - width);
        paintPlate(left, top, width, (rows + 1) * LINE_HEIGHT + 2 * PADDING - 4);
        double y = top + PADDING + LINE_HEIGHT / 2 - 2;
        g.fillText(head, left + PADDING, y);
        for (int i = 0; i < lines.size(); i++) {
            double at = left + PADDING + i / rows * column;
            paintRow(lines.get(i), at, y + (i % rows + 1) * LINE_HEIGHT);
        }
    }

    private void paintPlate(double left, double top, double width, double height) {
        g.setFill(surface);
        g.fillRoundRect(left, top, width, height, 6, 6);
        g.setStroke(ink.grid());
        g.strokeRoundRect(left + 0.5, top + 0.5, width - 1, height - 1, 6, 6);
        g.setFont(ink.font());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(ink.text());
    }

    private void paintRow(ReadOut.Row row, double left, double y) {
        g.setFill(row.hue().on(ink.dark()));
        g.fillOval(left, y - 3.5, 7, 7);
        g.setFill(ink.text());
        g.fillText(row.text(), left + BULLET, y);
    }

    private double columnWidth(List<ReadOut.Row> rows) {
        double widest =
                rows.stream().mapToDouble(row -> textWidth(row.text())).max().orElse(0);
        return BULLET + widest + GAP;
    }

    private double textWidth(String words) {
        Text text = new Text(words);
        text.setFont(ink.font());
        return text.getLayoutBounds().getWidth();
    }
}
