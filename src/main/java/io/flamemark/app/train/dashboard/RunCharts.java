package io.flamemark.app.train.dashboard;

import io.flamemark.app.chart.Budget;
import io.flamemark.app.chart.ChartView;
import io.flamemark.app.chart.CurveChart;
import io.flamemark.app.chart.Hue;
import io.flamemark.app.chart.Throttle;
import io.flamemark.app.train.model.ShownRun;
import io.flamemark.run.RunDirectory;
import io.flamemark.settings.Settings.Charts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * The charts of the runs on display. What is new is taken in a little at a time, so that neither a flood of events nor a
 * long run read at once holds up the window.
 */
final class RunCharts {

    private static final Duration REDRAW = Duration.millis(100);

    /** What one redraw may take for taking in events and smoothing; painting comes on top. */
    private static final long MILLIS_A_REDRAW = 8;

    private final ChartView view = new ChartView();
    private final CurveChart total = new CurveChart("Loss", "The loss appears with the first step.", view);
    private final CurveChart parts = new CurveChart("The five losses", "They appear with the first step.", view);
    private final CurveChart scores = new CurveChart(
            "Scores on validation images",
            "Scores appear after the first validated epoch; without validation images there are none.",
            view);
    private final CurveChart rate = new CurveChart("Learning rate", "It appears with the first step.", view);
    private final CurveChart speed = new CurveChart("Images a second", "They appear with the first step.", view);
    private final CurveChart memory =
            new CurveChart("Memory", "It is measured every few seconds while a run trains.", view);
    private final CurveChart cpu =
            new CurveChart("Processor", "It is measured every few seconds while a run trains.", view);
    private final ComboBox<String> part = picker(Measure.PARTS, "picked-part");
    private final ComboBox<String> score = picker(Measure.SCORES, "picked-score");
    private final ObjectProperty<Charts> look;
    private final Function<RunDirectory, String> names;
    private final Map<RunDirectory, RunCurves> known = new HashMap<>();
    private final Throttle redraw = new Throttle(REDRAW, this::redraw);
    private List<ShownRun> runs = List.of();

    /** @param names what runs are called */
    RunCharts(ObjectProperty<Charts> look, Function<RunDirectory, String> names) {
        this.look = look;
        this.names = names;
        total.setId("total-chart");
        parts.setId("parts-chart");
        scores.setId("scores-chart");
        speed.setId("speed-chart");
        memory.setId("memory-chart");
        cpu.setId("cpu-chart");
        rate.setId("rate-chart");
        parts.setNote("dotted: validation");
        memory.setNote("GB");
        cpu.setNote("% of all cores");
        parts.addTool(part);
        scores.addTool(score);
        look.addListener((o, was, is) -> redraw.request());
    }

    private ComboBox<String> picker(List<? extends Measure<?>> measures, String id) {
        ComboBox<String> box = new ComboBox<>();
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setId(id);
        box.getStyleClass().add("small");
        measures.forEach(m -> box.getItems().add(m.name()));
        box.getSelectionModel().select(0);
        box.managedProperty().bind(box.visibleProperty());
        box.setVisible(false);
        box.getSelectionModel().selectedIndexProperty().addListener((o, was, is) -> redraw.request());
        return box;
    }

    ChartView view() {
        return view;
    }

    /** How well it learns: losses, scores, learning rate. */
    List<CurveChart> learning() {
        return List.of(total, scores, parts, rate);
    }

    /** What it takes: speed, memory, processor. */
    List<CurveChart> machine() {
        return List.of(speed, memory, cpu);
    }

    /**
     * Puts runs on the charts, the one on display first. They may have told more since they were last shown. A stretch
     * zoomed to is that of one run: of another, all is shown.
     */
    void show(List<ShownRun> next) {
        List<RunDirectory> directories = next.stream().map(ShownRun::directory).toList();
        if (!directories.stream()
                .findFirst()
                .equals(runs.stream().map(ShownRun::directory).findFirst())) {
            view.showAll();
        }
        runs = next;
        known.keySet().retainAll(directories);
        redraw.request();
    }

    private void redraw() {
        Budget budget = Budget.millis(MILLIS_A_REDRAW);
        boolean complete = true;
        for (ShownRun run : runs) {
            complete &= curvesOf(run).follow(run.history(), budget);
        }
        List<ChartedRun> charted = new ArrayList<>();
        List<String> told = distinct(runs.stream().map(ShownRun::directory).toList(), names);
        IntStream.range(0, runs.size())
                .forEach(i -> charted.add(new ChartedRun(told.get(i), Hue.nth(i), curvesOf(runs.get(i)))));
        RunPlots plots = new RunPlots(charted, look.get(), budget);
        view.setWhole(plots.reach());
        show(plots);
        boolean several = runs.size() > 1;
        part.setVisible(several);
        score.setVisible(several);
        total.setNote(several ? "faint: raw, dotted: validation" : "faint: raw");
        if (!complete || !plots.isComplete()) {
            redraw.request();
        }
    }

    /** Names that tell runs apart, though a person may have given one name twice: a legend knows curves by them. */
    static List<String> distinct(List<RunDirectory> runs, Function<RunDirectory, String> names) {
        List<String> given = runs.stream().map(names).toList();
        return runs.stream()
                .map(run -> Collections.frequency(given, names.apply(run)) == 1
                        ? names.apply(run)
                        : names.apply(run) + " (" + run.id() + ")")
                .toList();
    }

    private RunCurves curvesOf(ShownRun run) {
        return known.computeIfAbsent(run.directory(), directory -> new RunCurves());
    }

    private void show(RunPlots plots) {
        total.show(plots.total());
        parts.show(plots.parts(part.getSelectionModel().getSelectedIndex()));
        scores.show(plots.scores(score.getSelectionModel().getSelectedIndex()));
        rate.show(plots.learningRate());
        speed.show(plots.speed());
        memory.show(plots.memory());
        cpu.show(plots.cpu());
    }
}
