package io.flamemark.app.train;

import io.flamemark.app.chart.CurveChart;
import io.flamemark.app.chart.Smoothing;
import io.flamemark.app.chart.Throttle;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunHistory;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** One run: its header, its charts and a line for each epoch. Redrawn at most ten times a second. */
final class RunPanel extends BorderPane {

    private static final Duration REDRAW = Duration.millis(100);
    private static final double USUAL_SMOOTHING = 0.9;

    private final TrainViewModel model;
    private final RunHeader header;
    private final CurveChart total = new CurveChart("Loss", "The loss appears with the first step.");
    private final CurveChart parts = new CurveChart("The five losses", "They appear with the first step.");
    private final CurveChart scores =
            new CurveChart("Scores on validation images", "Scores appear after the first validated epoch.");
    private final CurveChart rate = new CurveChart("Learning rate", "It appears with the first step.");
    private final ListView<String> log = new ListView<>();
    private final Slider smoothing = new Slider(0, Smoothing.STRONGEST, USUAL_SMOOTHING);
    private final Throttle redraw = new Throttle(REDRAW, this::redraw);

    RunPanel(TrainViewModel model, Consumer<RunDirectory> inspect) {
        this.model = model;
        header = new RunHeader(model, inspect);
        getStyleClass().add("run-panel");
        total.setId("total-chart");
        parts.setId("parts-chart");
        scores.setId("scores-chart");
        total.setNote("faint: raw values");
        parts.setNote("dotted: validation");
        rate.setLogOffered(false);
        setTop(header);
        ChartGrid grid = new ChartGrid(total, parts, scores, rate);
        BorderPane.setMargin(header, new Insets(0, 0, 10, 0));
        setCenter(grid);
        setBottom(epochLog());
        model.shownProperty().addListener((o, was, is) -> redraw.request());
        smoothing.valueProperty().addListener((o, was, is) -> redraw.request());
    }

    private VBox epochLog() {
        log.setId("epoch-log");
        log.getStyleClass().addAll("epoch-log", "dense");
        log.setFixedCellSize(22);
        log.setPrefHeight(5 * 22 + 2);
        log.setMinHeight(60);
        log.setPlaceholder(new Label("Each epoch leaves a line here."));
        Label title = new Label("Epochs");
        title.getStyleClass().add("section-heading");
        Label word = new Label("Smoothing");
        word.getStyleClass().addAll("text-small", "text-muted");
        smoothing.setId("smoothing");
        smoothing.getStyleClass().add("small");
        smoothing.setPrefWidth(140);
        smoothing.setTooltip(new Tooltip("How calm the training curves are drawn; the values stay as they are."));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, title, word, smoothing);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(4, head, log);
        box.getStyleClass().add("epoch-box");
        return box;
    }

    private void redraw() {
        ShownRun shown = model.shownProperty().get();
        if (shown == null) {
            return;
        }
        header.show(shown);
        RunHistory run = shown.history();
        total.show(RunPlots.total(run, smoothing.getValue()));
        parts.show(RunPlots.parts(run, smoothing.getValue()));
        scores.show(RunPlots.scores(run));
        rate.show(RunPlots.learningRate(run));
        showLog(run);
    }

    private void showLog(RunHistory run) {
        List<String> lines = RunProgress.epochLines(run);
        if (!lines.equals(log.getItems())) {
            log.getItems().setAll(lines);
        }
    }
}
