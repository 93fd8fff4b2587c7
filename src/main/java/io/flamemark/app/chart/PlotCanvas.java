package io.flamemark.app.chart;

import io.flamemark.app.chart.PlotPainter.Ink;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
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
    private static final double BAND_OPACITY = 0.15;
    private static final double REHEARSED_WIDTH = 480;
    private static final double REHEARSED_HEIGHT = 240;

    private final StyleableProperty<Color> text =
            STYLES.createStyleableColorProperty(this, "text", "-chart-text", c -> c.text, Color.GRAY);
    private final StyleableProperty<Color> grid =
            STYLES.createStyleableColorProperty(this, "grid", "-chart-grid", c -> c.grid, Color.LIGHTGRAY);
    private final StyleableProperty<Color> surface =
            STYLES.createStyleableColorProperty(this, "surface", "-chart-surface", c -> c.surface, Color.WHITE);

    private final Canvas curves = new Canvas();
    private final Canvas hover = new Canvas();
    private final Label empty = new Label();
    private final ChartView view;
    private final Runnable painting = this::paint;
    private Plot plot = Plot.empty("");
    private PlotArea area = new PlotArea(0, 0, 1, 1, Scale.linear(0, 1), Scale.linear(0, 1));
    private Optional<Plot.Range> dragged = Optional.empty();

    PlotCanvas(String emptyText, ChartView view) {
        this.view = view;
        getStyleClass().add("plot-canvas");
        empty.setText(emptyText);
        empty.setWrapText(true);
        empty.getStyleClass().add("chart-empty");
        getChildren().addAll(curves, hover, empty);
        hover.setOnMouseMoved(event -> point(event.getX(), event.getY()));
        hover.setOnMouseExited(event -> view.setCursor(Optional.empty()));
        textColor().addListener(observable -> repaint());
        ((ObservableValue<?>) grid).addListener(observable -> repaint());
        sceneProperty().addListener(observable -> repaint());
        view.onChange(this::repaint);
        view.onCursor(this::paintHover);
        setPrefSize(320, 180);
        setMinSize(120, 70);
    }

    /** A canvas that is in no window may be painted on any thread. */
    static void rehearse(Plot plot) {
        Canvas nowhere = new Canvas(REHEARSED_WIDTH, REHEARSED_HEIGHT);
        Ink ink = new Ink(Color.GRAY, Color.LIGHTGRAY, Font.font(FONT_SIZE));
        PlotArea area = PlotPainter.area(plot, plot.xAxis(), nowhere.getWidth(), nowhere.getHeight());
        new PlotPainter(nowhere.getGraphicsContext2D(), ink).paint(plot, area);
    }

    void show(Plot next) {
        plot = next;
        empty.setVisible(plot.isEmpty());
        repaint();
    }

    boolean isEmpty() {
        return plot.isEmpty();
    }

    /** The surface that hears the mouse. */
    Canvas surface() {
        return hover;
    }

    /** Where the plot lies as painted last. */
    PlotArea area() {
        return area;
    }

    /** Marks a stretch while it is being dragged over; empty for none. */
    void setDragged(Optional<Plot.Range> stretch) {
        dragged = stretch;
        paintHover();
    }

    /** The colour of the labels; light text means a dark theme. */
    @SuppressWarnings("unchecked")
    ObservableValue<Color> textColor() {
        return (ObservableValue<Color>) text;
    }

    Ink ink() {
        return new Ink(text.getValue(), grid.getValue(), Font.font(FONT_SIZE));
    }

    private void point(double mouseX, double mouseY) {
        boolean inside = !plot.isEmpty() && area.contains(mouseX, mouseY);
        view.setCursor(inside ? Optional.of(area.valueX(mouseX)) : Optional.empty());
    }

    /** Has it painted anew in one of the next frames. */
    void repaint() {
        if (getScene() != null) {
            view.painting().ask(painting);
        }
    }

    /** Whether it is in a window and nothing it lies in is hidden. */
    boolean isOnScreen() {
        Node node = this;
        while (node.getParent() != null && node.isVisible()) {
            node = node.getParent();
        }
        return node.getScene() != null && node.isVisible();
    }

    /** What is on no screen is not painted: a canvas keeps all it is told until it is shown. */
    private void paint() {
        if (!isOnScreen()) {
            return;
        }
        clear(curves);
        Plot shown = shown();
        area = PlotPainter.area(shown, view.xAxis(shown), curves.getWidth(), curves.getHeight());
        if (!plot.isEmpty()) {
            new PlotPainter(curves.getGraphicsContext2D(), ink()).paint(shown, area);
        }
        paintHover();
    }

    private Plot shown() {
        return plot.only(view::isShown);
    }

    private void paintHover() {
        clear(hover);
        if (plot.isEmpty() || !isOnScreen()) {
            return;
        }
        GraphicsContext g = hover.getGraphicsContext2D();
        dragged.ifPresent(stretch -> {
            g.setFill(text.getValue().deriveColor(0, 1, 1, BAND_OPACITY));
            double from = area.pixelX(stretch.low());
            g.fillRect(from, area.top(), area.pixelX(stretch.high()) - from, area.height());
        });
        view.cursor().filter(area::spans).ifPresent(x -> {
            Plot shown = shown();
            // On a low chart a table hides the curves: only the one that is pointed at, or has the keyboard, shows its
            // own.
            boolean inFull = hover.isHover() || isFocused() || !PlotPainter.isLow(hover.getHeight());
            new ReadOutPainter(g, ink(), surface.getValue()).paint(ReadOut.at(shown, x), shown, area, inFull);
        });
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
