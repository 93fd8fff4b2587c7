package io.flamemark.app.train.dashboard;

import io.flamemark.app.chart.Throttle;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.model.RunProgress;
import io.flamemark.app.train.model.ShownRun;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.app.train.model.Words;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent.EpochMeasured;
import io.flamemark.run.RunHistory;
import io.flamemark.settings.Settings.Charts;
import io.flamemark.settings.SettingsStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * One run, beside others where they are to be compared: its header, its charts, and below them a line for each epoch,
 * pictures of what it found, and what it takes of the machine. Redrawn at most ten times a second.
 */
public final class RunPanel extends BorderPane {

    private static final Duration REDRAW = Duration.millis(100);
    private static final double LOG_ROW = 22;
    private static final double CHARTS_SHARE = 0.74;

    private final TrainViewModel model;
    private final RunHeader header;
    private final RunCharts charts;
    private final PreviewPane previews;
    private final Unfolding unfolding;
    private final ListView<EpochMeasured> log = new ListView<>();
    private final Throttle redraw = new Throttle(REDRAW, this::redraw);

    /** @param compare compares the model of a run with the one before */
    public RunPanel(
            TrainViewModel model,
            FxTasks tasks,
            SettingsStore settings,
            Consumer<RunDirectory> inspect,
            Consumer<RunDirectory> compare) {
        this.model = model;
        header = new RunHeader(model, inspect, compare);
        previews = new PreviewPane(tasks);
        ObjectProperty<Charts> look = new SimpleObjectProperty<>(settings.get().charts());
        look.addListener((o, was, is) -> settings.update(s -> s.withCharts(is)));
        charts = new RunCharts(look, this::called);
        getStyleClass().add("run-panel");
        ChartToolbar toolbar = new ChartToolbar(look, charts.view());
        setTop(new VBox(8, header, toolbar));
        ChartGrid learning = new ChartGrid(2, charts.learning());
        TabPane below = below();
        List<Node> parts = new ArrayList<>(List.of(toolbar));
        parts.addAll(charts.learning());
        parts.add(below);
        unfolding = new Unfolding(parts);
        SplitPane split = new SplitPane();
        split.getItems().setAll(learning, RoomToggle.beside(below, split, learning));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(CHARTS_SHARE);
        split.setMinSize(0, 0);
        setCenter(split);
        model.shownProperty().addListener((o, was, is) -> redraw.request());
        // Out of sight nothing is painted.
        visibleProperty().addListener((o, was, is) -> redraw.request());
        model.beside().runs().addListener((ListChangeListener<ShownRun>) change -> redraw.request());
    }

    private String called(RunDirectory run) {
        return model.runs().stream()
                .filter(listed -> listed.directory().equals(run))
                .findFirst()
                .map(Words::called)
                .orElse(run.id());
    }

    private TabPane below() {
        TabPane tabs = new TabPane(
                tab("Epochs", "epochs-tab", epochLog()),
                tab("Predictions", "predictions-tab", previews),
                tab("Machine", "machine-tab", new ChartGrid(3, charts.machine())));
        tabs.getStyleClass().addAll("dense", "run-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinHeight(0);
        tabs.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> redraw.request());
        return tabs;
    }

    private static Tab tab(String title, String id, Node content) {
        Tab tab = new Tab(title, content);
        tab.setId(id);
        return tab;
    }

    private ListView<EpochMeasured> epochLog() {
        log.setId("epoch-log");
        log.getStyleClass().addAll("epoch-log", "dense");
        log.setFixedCellSize(LOG_ROW);
        log.setCellFactory(list -> new EpochCell());
        log.setMinHeight(0);
        log.setPlaceholder(new Label("Each epoch leaves a line here."));
        return log;
    }

    /** Styles what is shown first, while it is out of sight and nobody waits; the rest comes a part a frame. */
    public void styleAhead() {
        header.applyCss();
    }

    private void redraw() {
        ShownRun shown = model.shownProperty().get();
        if (shown == null) {
            return;
        }
        header.show(shown);
        unfolding.begin();
        List<ShownRun> all = new ArrayList<>(List.of(shown));
        model.beside().runs().stream()
                .filter(run -> !run.directory().equals(shown.directory()))
                .forEach(all::add);
        charts.show(all);
        previews.show(shown);
        showLog(shown.history());
    }

    /** Newest first. An epoch that was told never changes, so the ends of the list tell whether it did. */
    private void showLog(RunHistory run) {
        List<EpochMeasured> shownNow = log.getItems();
        List<EpochMeasured> told = run.epochs();
        boolean same =
                shownNow.size() == told.size() && (told.isEmpty() || shownNow.get(0) == told.get(told.size() - 1));
        if (!same) {
            List<EpochMeasured> newestFirst = new ArrayList<>(told);
            Collections.reverse(newestFirst);
            log.getItems().setAll(newestFirst);
        }
    }

    /** Only the lines in sight are put into words. */
    private static final class EpochCell extends ListCell<EpochMeasured> {

        @Override
        protected void updateItem(EpochMeasured epoch, boolean empty) {
            super.updateItem(epoch, empty);
            setText(empty || epoch == null ? null : RunProgress.line(epoch));
        }
    }
}
