package io.flamemark.app.chart;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/**
 * A titled line chart with a legend that hides and shows curves, a logarithmic axis on demand and a read-out under the
 * mouse. It shows the {@link Plot} it was last given.
 */
public final class CurveChart extends BorderPane {

    private final PlotCanvas canvas;
    private final FlowPane legend = new FlowPane(10, 2);
    private final ToggleButton log = new ToggleButton("log");
    private final Label note = new Label();
    private final Set<String> hidden = new HashSet<>();
    private Map<String, Hue> entries = Map.of();
    private Plot plot = Plot.empty("");
    private boolean logOffered = true;

    /**
     * @param title above the chart
     * @param emptyText shown while there is nothing to draw
     */
    public CurveChart(String title, String emptyText) {
        getStyleClass().add("curve-chart");
        canvas = new PlotCanvas(emptyText);
        canvas.setAccessibleText(title);
        setTop(header(title));
        setCenter(canvas);
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.getStyleClass().add("chart-legend");
        setBottom(legend);
        log.getStyleClass().addAll("small", "log-button");
        log.setVisible(false);
        log.setOnAction(event -> redraw());
        setMinSize(200, 160);
    }

    private HBox header(String title) {
        Label heading = new Label(title);
        heading.getStyleClass().add("chart-title");
        note.getStyleClass().addAll("text-muted", "text-small");
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox header = new HBox(8, heading, note, room, log);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    /** Replaces what is shown; curves hidden through the legend stay hidden. */
    public void show(Plot next) {
        plot = next;
        log.setVisible(logOffered && plot.yRange().isEmpty() && !plot.isEmpty());
        rebuildLegend();
        redraw();
    }

    /** A few words beside the title, such as how lines are to be read. */
    public void setNote(String text) {
        note.setText(text);
    }

    /** Whether the button for a logarithmic axis is there at all. */
    public void setLogOffered(boolean offered) {
        logOffered = offered;
        log.setVisible(offered);
    }

    /** The button that makes the vertical axis logarithmic. */
    public ToggleButton logButton() {
        return log;
    }

    private void redraw() {
        Plot shown = new Plot(plot.xLabel(), plot.series(), plot.markers(), log.isSelected(), plot.yRange());
        canvas.show(shown.only(name -> !hidden.contains(name)));
    }

    private void rebuildLegend() {
        Map<String, Hue> next = new LinkedHashMap<>();
        plot.series().stream().filter(s -> !s.isEmpty()).forEach(s -> next.putIfAbsent(s.name(), s.hue()));
        if (next.equals(entries)) {
            return;
        }
        entries = next;
        legend.getChildren().clear();
        next.forEach((name, hue) -> legend.getChildren().add(legendEntry(name, hue)));
    }

    private ToggleButton legendEntry(String name, Hue hue) {
        Circle dot = new Circle(4);
        dot.fillProperty()
                .bind(Bindings.createObjectBinding(() -> hue.on(canvas.ink().dark()), canvas.textColor()));
        ToggleButton entry = new ToggleButton(name, dot);
        entry.getStyleClass().addAll("flat", "small", "legend-entry");
        entry.setSelected(!hidden.contains(name));
        entry.setOnAction(event -> {
            if (entry.isSelected()) {
                hidden.remove(name);
            } else {
                hidden.add(name);
            }
            redraw();
        });
        return entry;
    }

    @Override
    public String getUserAgentStylesheet() {
        return CurveChart.class.getResource("chart.css").toExternalForm();
    }
}
