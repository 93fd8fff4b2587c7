package io.flamemark.app.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;

/**
 * A button for each curve of a chart, which hides and shows it. The buttons are made in a turn of their own and only where
 * they are seen: styled all at once they would hold up the window, and JavaFX draws the whole window anew when all that
 * changed is out of sight.
 */
final class Legend extends FlowPane {

    private static final double GAP = 2;
    private static final double DOT = 4;

    private final PlotCanvas canvas;
    private final ChartView view;
    private final Runnable making = this::make;
    private Map<String, Hue> curves = Map.of();
    private Map<String, Hue> entries = Map.of();

    Legend(PlotCanvas canvas, ChartView view) {
        super(GAP, 0);
        this.canvas = canvas;
        this.view = view;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("chart-legend");
        setNeeded(false);
        sceneProperty().addListener(observable -> refresh());
        view.onChange(this::select);
    }

    /** Names the curves of a plot from now on. */
    void show(Plot plot) {
        Map<String, Hue> next = new LinkedHashMap<>();
        plot.series().stream().filter(s -> !s.isEmpty()).forEach(s -> next.putIfAbsent(s.name(), s.hue()));
        curves = next;
        refresh();
    }

    /** To be called when it comes into sight: out of sight nothing was made. */
    void refresh() {
        if (!curves.equals(entries)) {
            view.painting().ask(making);
        }
    }

    /** One curve alone needs no legend: the title names it. */
    private void make() {
        if (!canvas.isOnScreen() || curves.equals(entries)) {
            return;
        }
        entries = curves;
        boolean needed = entries.size() > 1;
        getChildren().clear();
        setNeeded(needed);
        if (needed) {
            entries.forEach((name, hue) -> getChildren().add(entry(name, hue)));
        }
    }

    private void setNeeded(boolean needed) {
        setManaged(needed);
        setVisible(needed);
    }

    private ToggleButton entry(String name, Hue hue) {
        Circle dot = new Circle(DOT);
        dot.fillProperty()
                .bind(Bindings.createObjectBinding(() -> hue.on(canvas.ink().dark()), canvas.textColor()));
        ToggleButton entry = new ToggleButton(name, dot);
        entry.getStyleClass().addAll("flat", "small", "legend-entry");
        entry.setSelected(view.isShown(name));
        entry.setOnAction(event -> view.setShown(name, entry.isSelected()));
        return entry;
    }

    /** A curve of the same name may have been hidden through the legend of another chart. */
    private void select() {
        for (Node node : getChildren()) {
            if (node instanceof ToggleButton entry) {
                entry.setSelected(view.isShown(entry.getText()));
            }
        }
    }
}
