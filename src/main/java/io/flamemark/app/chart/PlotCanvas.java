package io.flamemark.app.chart;

import io.flamemark.app.chart.PlotPainter.Ink;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * The drawing surface of a chart: curves below, the read-out of the mouse above. Its colours come from the style sheet
 * ({@code -chart-text}, {@code -chart-grid}, {@code -chart-surface}), so that they follow the theme.
 */
final class PlotCanvas extends Region {

    private static final StyleablePropertyFactory<PlotCanvas> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final double FONT_SIZE = 11;

    private final StyleableProperty<Color> text =
            STYLES.createStyleableColorProperty(this, "text", "-chart-text", c -> c.text, Color.GRAY);
    private final StyleableProperty<Color> grid =
            STYLES.createStyleableColorProperty(this, "grid", "-chart-grid", c -> c.grid, Color.LIGHTGRAY);
    private final StyleableProperty<Color> surface =
            STYLES.createStyleableColorProperty(this, "surface", "-chart-surface", c -> c.surface, Color.WHITE);

    private final Canvas curves = new Canvas();
    private final Canvas hover = new Canvas();
    private final Label empty = new Label();
    private Plot plot = Plot.empty("");

    PlotCanvas(String emptyText) {
        getStyleClass().add("plot-canvas");
        empty.setText(emptyText);
        empty.setWrapText(true);
        empty.getStyleClass().add("chart-empty");
        getChildren().addAll(curves, hover, empty);
        hover.setOnMouseMoved(event -> paintHover(event.getX(), event.getY()));
        hover.setOnMouseExited(event -> clear(hover));
        textColor().addListener(observable -> repaint());
        ((ObservableValue<?>) grid).addListener(observable -> repaint());
        setPrefSize(320, 180);
        setMinSize(120, 90);
    }

    void show(Plot next) {
        plot = next;
        empty.setVisible(plot.isEmpty());
        clear(hover);
        repaint();
    }

    /** The colour of the labels; light text means a dark theme. */
    @SuppressWarnings("unchecked")
    ObservableValue<Color> textColor() {
        return (ObservableValue<Color>) text;
    }

    Ink ink() {
        return new Ink(text.getValue(), grid.getValue(), Font.font(FONT_SIZE));
    }

    private PlotArea area() {
        return PlotPainter.area(plot, curves.getWidth(), curves.getHeight());
    }

    private void repaint() {
        clear(curves);
        if (!plot.isEmpty()) {
            new PlotPainter(curves.getGraphicsContext2D(), ink()).paint(plot, area());
        }
    }

    private void paintHover(double mouseX, double mouseY) {
        clear(hover);
        PlotArea area = area();
        if (plot.isEmpty() || !area.contains(mouseX, mouseY)) {
            return;
        }
        ReadOut values = ReadOut.at(plot, area.valueX(mouseX));
        new ReadOutPainter(hover.getGraphicsContext2D(), ink(), surface.getValue()).paint(values, plot, area);
    }

    private static void clear(Canvas canvas) {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    }

    @Override
    protected void layoutChildren() {
        boolean resized = curves.getWidth() != getWidth() || curves.getHeight() != getHeight();
        for (Canvas canvas : List.of(curves, hover)) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
        empty.resizeRelocate(12, 0, Math.max(0, getWidth() - 24), getHeight());
        if (resized) {
            repaint();
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
