package io.flamemark.app.inspect;

import io.flamemark.app.chart.CurveChart;
import io.flamemark.app.chart.Plot;
import io.flamemark.run.Scores;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The figures over all listed images. */
final class TotalsCard extends VBox {

    private final InspectViewModel model;
    private final Label heading = new Label();
    private final CurveChart chart = new CurveChart("By threshold", "Curves appear when images were looked at.");
    private final Button best = new Button("Use the best threshold");
    private ThresholdCurve curve = new ThresholdCurve(List.of());
    private final Label found = value("found");
    private final Label falseAlarms = value("false-alarms");
    private final Label precision = value("precision");
    private final Label meanIou = value("mean-iou");
    private final Label ap50 = value("ap50");
    private final Label ap = value("ap");
    private final Label boxAp50 = value("box-ap50");

    TotalsCard(InspectViewModel model) {
        super(8);
        this.model = model;
        heading.getStyleClass().add("section-heading");
        GridPane grid = new GridPane(8, 4);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, new ColumnConstraints());
        row(
                grid,
                0,
                "Found at this threshold",
                found,
                "True objects with a detection that shares at least half with them");
        row(grid, 1, "False alarms", falseAlarms, "Detections that fit no true object");
        row(grid, 2, "Share of detections that is right", precision, "Precision at this threshold");
        row(grid, 3, "Mean IoU of true objects", meanIou, "0 for those missed, at this threshold");
        row(grid, 4, "Mask AP50", ap50, "COCO's average precision at IoU 0.50, over all thresholds");
        row(grid, 5, "Mask AP", ap, "COCO's average precision over IoU 0.50 to 0.95");
        row(grid, 6, "Box AP50", boxAp50, "The same for the boxes");
        chart.setPrefHeight(200);
        chart.setMinHeight(180);
        best.setId("best-threshold");
        best.setMaxWidth(Double.MAX_VALUE);
        best.setTooltip(new Tooltip("The best balance between finding all and raising no false alarm (F1)"));
        best.setOnAction(event -> curve.best().ifPresent(model.thresholdProperty()::set));
        getChildren().addAll(heading, grid, chart, best);
        model.thresholdProperty().addListener((o, was, is) -> fill());
        model.revisionProperty().addListener((o, was, is) -> computed());
        model.scoresProperty().addListener((o, was, is) -> fill());
        computed();
    }

    private void computed() {
        curve = model.thresholdCurve();
        best.setDisable(curve.best().isEmpty());
        fill();
    }

    private static Label value(String id) {
        Label label = new Label("–");
        label.setId("total-" + id);
        label.getStyleClass().add("figure");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static void row(GridPane grid, int row, String name, Label value, String help) {
        Label left = new Label(name);
        left.getStyleClass().addAll("text-muted", "text-small");
        left.setTooltip(new Tooltip(help));
        GridPane.setHalignment(value, HPos.RIGHT);
        grid.addRow(row, left, value);
    }

    private void fill() {
        Tally tally = model.tally();
        chart.show(
                tally.truths() == 0
                        ? Plot.empty("")
                        : curve.plot(model.thresholdProperty().get()));
        heading.setText(tally.images() == 1 ? "1 image" : tally.images() + " images");
        found.setText(tally.truths() == 0 ? "–" : tally.right() + " of " + tally.truths());
        falseAlarms.setText(tally.images() == 0 ? "–" : String.valueOf(tally.falseAlarms()));
        precision.setText(fraction(tally.precision()));
        meanIou.setText(fraction(tally.meanIou()));
        Scores scores = model.scoresProperty().get();
        ap50.setText(scores == null ? pending() : fraction(scores.maskAp50()));
        ap.setText(scores == null ? pending() : fraction(scores.maskAp()));
        boxAp50.setText(scores == null ? pending() : fraction(scores.boxAp50()));
    }

    private String pending() {
        return model.isScanning() ? "…" : "–";
    }

    private static String fraction(double value) {
        return Double.isNaN(value) || value < 0 ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }
}
