package io.flamemark.app.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/**
 * A titled line chart with a legend that hides and shows curves and a read-out under the mouse. It shows the
 * {@link Plot} it was last given. Charts that share a {@link ChartView} are zoomed, moved and read together.
 */
public final class CurveChart extends BorderPane {

    private final ChartView view;
    private final PlotCanvas canvas;
    private final FlowPane legend = new FlowPane(2, 0);
    private final Label note = new Label();
    private final HBox header;
    private final Runnable legendMaking = this::makeLegend;
    private Map<String, Hue> entries = Map.of();

    /**
     * A chart on its own, which always shows all.
     *
     * @param title above the chart
     * @param emptyText shown while there is nothing to draw
     */
    public CurveChart(String title, String emptyText) {
        this(title, emptyText, new ChartView(), false);
    }

    /** A chart among others, zoomed with the mouse or the keyboard. */
    public CurveChart(String title, String emptyText, ChartView view) {
        this(title, emptyText, view, true);
    }

    private CurveChart(String title, String emptyText, ChartView view, boolean zoomed) {
        this.view = view;
        getStyleClass().add("curve-chart");
        canvas = new PlotCanvas(emptyText, view);
        canvas.setAccessibleText(title);
        if (zoomed) {
            ChartMouse.install(canvas, view);
            ChartKeys.install(canvas, view);
        }
        header = header(title);
        setTop(header);
        setCenter(canvas);
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.getStyleClass().add("chart-legend");
        setBottom(legend);
        setMinSize(160, 110);
        view.onChange(this::syncLegend);
        // What it was given out of sight was not painted.
        visibleProperty().addListener(observable -> canvas.repaint());
    }

    private HBox header(String title) {
        Label heading = new Label(title);
        heading.getStyleClass().add("chart-title");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        note.getStyleClass().addAll("text-muted", "text-small");
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox box = new HBox(8, heading, note, room);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /** Replaces what is shown; curves hidden through the legend stay hidden. */
    public void show(Plot next) {
        Map<String, Hue> curves = curvesOf(next);
        if (!curves.equals(entries)) {
            entries = curves;
            // In its turn: styled all at once, the buttons of many charts would hold up the window.
            view.painting().ask(legendMaking);
        }
        canvas.show(next);
    }

    /** Paints a plot where nobody sees it, on any thread: what is done for the first time takes long. */
    public static void rehearse(Plot plot) {
        PlotCanvas.rehearse(plot);
    }

    /** Has a plot drawn where nobody sees it, a little at a time; for the window's thread, while it has nothing else to do. */
    public static void rehearseDrawing(Plot plot) {
        PaintRehearsal.begin(plot);
    }

    /** A few words beside the title, such as how lines are to be read. */
    public void setNote(String text) {
        note.setText(text);
    }

    /** Puts a control at the right end of the title line. */
    public void addTool(Node tool) {
        header.getChildren().add(tool);
    }

    private static Map<String, Hue> curvesOf(Plot plot) {
        Map<String, Hue> curves = new LinkedHashMap<>();
        plot.series().stream().filter(s -> !s.isEmpty()).forEach(s -> curves.putIfAbsent(s.name(), s.hue()));
        return curves;
    }

    /** One curve alone needs no legend: the title names it. */
    private void makeLegend() {
        boolean needed = entries.size() > 1;
        legend.getChildren().clear();
        legend.setManaged(needed);
        legend.setVisible(needed);
        if (needed) {
            entries.forEach((name, hue) -> legend.getChildren().add(legendEntry(name, hue)));
        }
    }

    private ToggleButton legendEntry(String name, Hue hue) {
        Circle dot = new Circle(4);
        dot.fillProperty()
                .bind(Bindings.createObjectBinding(() -> hue.on(canvas.ink().dark()), canvas.textColor()));
        ToggleButton entry = new ToggleButton(name, dot);
        entry.getStyleClass().addAll("flat", "small", "legend-entry");
        entry.setSelected(view.isShown(name));
        entry.setOnAction(event -> view.setShown(name, entry.isSelected()));
        return entry;
    }

    /** A curve of the same name may have been hidden through the legend of another chart. */
    private void syncLegend() {
        for (Node node : legend.getChildren()) {
            if (node instanceof ToggleButton entry) {
                entry.setSelected(view.isShown(entry.getText()));
            }
        }
    }

    @Override
    public String getUserAgentStylesheet() {
        return CurveChart.class.getResource("chart.css").toExternalForm();
    }
}
