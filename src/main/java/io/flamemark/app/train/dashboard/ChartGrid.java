package io.flamemark.app.train.dashboard;

import io.flamemark.app.chart.CurveChart;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import org.kordamp.ikonli.javafx.FontIcon;

/** Charts side by side that share the room there is; any one of them can take all of it for a while. */
final class ChartGrid extends GridPane {

    private final List<CurveChart> charts;
    private final int columns;

    /** @param columns in a row */
    ChartGrid(int columns, List<CurveChart> charts) {
        super();
        setHgap(10);
        setVgap(10);
        this.columns = columns;
        this.charts = charts;
        int rows = charts.size() / columns;
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            getColumnConstraints().add(column);
        }
        for (int i = 0; i < rows; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / rows);
            getRowConstraints().add(row);
        }
        charts.forEach(chart -> chart.addTool(enlarge(chart)));
        showAll();
        setMinSize(0, 0);
    }

    private ToggleButton enlarge(CurveChart chart) {
        ToggleButton button = new ToggleButton(null, new FontIcon("fth-maximize-2"));
        button.getStyleClass().addAll("flat", "button-icon", "small", "enlarge-button");
        button.setTooltip(new Tooltip("Give this chart all the room"));
        button.setAccessibleText("Enlarge the chart");
        button.setOnAction(event -> {
            if (button.isSelected()) {
                showOnly(chart);
            } else {
                showAll();
            }
        });
        return button;
    }

    private void showAll() {
        getChildren().clear();
        for (int i = 0; i < charts.size(); i++) {
            add(charts.get(i), i % columns, i / columns, 1, 1);
        }
    }

    private void showOnly(CurveChart chart) {
        getChildren().clear();
        add(chart, 0, 0, columns, charts.size() / columns);
    }
}
