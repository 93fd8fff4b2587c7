package io.flamemark.app.chart;

import io.flamemark.app.chart.PlotPainter.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    /** Beside the line that it belongs to; what the curves were before smoothing only where there is room for that. */
    private void paintTable(ReadOut values, Plot plot, PlotArea area, double x) {
        String place = plot.xLabel() + " " + plot.places().text(values.x());
        double roomLeft = x - GAP;
        double roomRight = area.right() - x - GAP;
        double top = area.top() + 4;
        Sheet sheet = sheet(values.table(true), place, top);
        if (sheet.blocks() > 1 || sheet.width() > Math.max(roomLeft, roomRight)) {
            sheet = sheet(values.table(false), place, top);
        }
        double left = sheet.width() <= roomRight || roomRight > roomLeft
                ? Math.min(x + GAP, g.getCanvas().getWidth() - sheet.width())
                : x - GAP - sheet.width();
        paint(sheet, Math.max(0, left), top);
    }

    /**
     * A table as it will be painted: in as many blocks side by side as the canvas is too low for.
     *
     * @param place what stands above the names
     * @param rows in a block
     * @param columns how wide the names are, and each column of values, with the gap behind it
     */
    private record Sheet(ReadOut.Table table, String place, int rows, int blocks, List<Double> columns) {

        double blockWidth() {
            return columns.stream().mapToDouble(Double::doubleValue).sum();
        }

        double width() {
            return blocks * blockWidth() - GAP + 2 * PADDING;
        }
    }

    private Sheet sheet(ReadOut.Table table, String place, double top) {
        int count = table.rows().size();
        double room = g.getCanvas().getHeight() - top - 2 * PADDING;
        int rows = (int) Math.max(1, Math.min(count, Math.floor(room / LINE_HEIGHT) - 1));
        int blocks = (count + rows - 1) / rows;
        List<Double> columns = new ArrayList<>();
        Stream<String> names = table.rows().stream().map(ReadOut.Row::name);
        columns.add(Math.max(textWidth(place), BULLET + widest(names)) + GAP);
        for (int i = 0; i < table.headings().size(); i++) {
            int column = i;
            Stream<String> values =
                    table.rows().stream().map(row -> row.values().get(column));
            columns.add(Math.max(textWidth(table.headings().get(i)), widest(values)) + GAP);
        }
        return new Sheet(table, place, rows, blocks, columns);
    }

    private void paint(Sheet sheet, double left, double top) {
        paintPlate(left, top, sheet.width(), (sheet.rows() + 1) * LINE_HEIGHT + 2 * PADDING - 4);
        double y = top + PADDING + LINE_HEIGHT / 2 - 2;
        g.fillText(sheet.place(), left + PADDING, y);
        List<ReadOut.Row> rows = sheet.table().rows();
        for (int block = 0; block < sheet.blocks(); block++) {
            double at = left + PADDING + block * sheet.blockWidth();
            paintCells(sheet.table().headings(), sheet, at, y);
            for (int i = 0; i < sheet.rows() && block * sheet.rows() + i < rows.size(); i++) {
                paintRow(rows.get(block * sheet.rows() + i), sheet, at, y + (i + 1) * LINE_HEIGHT);
            }
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

    private void paintRow(ReadOut.Row row, Sheet sheet, double left, double y) {
        g.setFill(row.hue().on(ink.dark()));
        g.fillOval(left, y - 3.5, 7, 7);
        g.setFill(ink.text());
        g.fillText(row.name(), left + BULLET, y);
        paintCells(row.values(), sheet, left, y);
    }

    private void paintCells(List<String> cells, Sheet sheet, double left, double y) {
        double at = left;
        for (int i = 0; i < cells.size(); i++) {
            at += sheet.columns().get(i);
            g.fillText(cells.get(i), at, y);
        }
    }

    private double widest(Stream<String> words) {
        return words.mapToDouble(this::textWidth).max().orElse(0);
    }

    private double textWidth(String words) {
        Text text = new Text(words);
        text.setFont(ink.font());
        return text.getLayoutBounds().getWidth();
    }
}
