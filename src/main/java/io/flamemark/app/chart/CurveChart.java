package io.flamemark.app.chart;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * A titled line chart with a legend that hides and shows curves and a read-out under the mouse. It shows the
 * {@link Plot} it was last given. Charts that share a {@link ChartView} are zoomed, moved and read together.
 */
public final class CurveChart extends BorderPane {

    private final PlotCanvas canvas;
    private final Legend legend;
    private final Label note = new Label();
    private final HBox header;

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
        legend = new Legend(canvas, view);
        setBottom(legend);
        setMinSize(160, 110);
        // What it was given out of sight was not painted.
        visibleProperty().addListener(observable -> {
            legend.refresh();
            canvas.repaint();
        });
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
        legend.show(next);
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

    @Override
    public String getUserAgentStylesheet() {
        return CurveChart.class.getResource("chart.css").toExternalForm();
    }
}
