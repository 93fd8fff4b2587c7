package io.flamemark.app.train;

import io.flamemark.annotation.ImageId;
import io.flamemark.app.chart.CurveChart;
import io.flamemark.app.chart.Plot;
import io.flamemark.app.shell.Workspace;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.augmentation.AugmentationPreview;
import io.flamemark.app.train.dashboard.Rehearsal;
import io.flamemark.app.train.dashboard.RunPanel;
import io.flamemark.app.train.history.ComparisonModel;
import io.flamemark.app.train.history.RunList;
import io.flamemark.app.train.history.RunsPane;
import io.flamemark.app.train.history.RunsViewModel;
import io.flamemark.app.train.model.DataNote;
import io.flamemark.app.train.model.ShownRun;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.app.train.start.DataCare;
import io.flamemark.app.train.start.DataCarePane;
import io.flamemark.app.train.start.StartPanel;
import io.flamemark.run.RunDirectory;
import io.flamemark.settings.SettingsStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Train: one button to start, live charts while it goes, a sentence at the end, and the runs of before. */
public final class TrainWorkspace implements Workspace {

    private final TrainViewModel model;
    private final BorderPane content = new BorderPane();
    private final DataCare care;
    private final FxTasks tasks;
    private final RunPanel run;
    private boolean rehearsed;

    private Consumer<DataNote> opening = note -> {};

    /** Whether the runs are shown as a table, instead of the charts. */
    private final BooleanProperty asTable = new SimpleBooleanProperty();

    /**
     * @param runs the table of runs
     * @param comparison of two models
     * @param settings remember how the charts are drawn
     * @param openFolder shows a folder in the system's file manager
     * @param inspect shows the results of a run, in the workspace made for that
     */
    public TrainWorkspace(
            TrainViewModel model,
            RunsViewModel runs,
            ComparisonModel comparison,
            FxTasks tasks,
            SettingsStore settings,
            Consumer<Path> openFolder,
            Consumer<RunDirectory> inspect) {
        this.model = model;
        this.tasks = tasks;
        content.getStyleClass().add("train-workspace");
        content.getStylesheets()
                .add(TrainWorkspace.class.getResource("train.css").toExternalForm());
        care = new DataCare(model, tasks);
        AugmentationPreview preview = new AugmentationPreview(model, tasks);
        content.setLeft(new StartPanel(
                model,
                tasks,
                new DataCarePane(care, model, preview::open, this::open),
                this::open,
                new RunList(model),
                () -> asTable.set(true)));
        run = new RunPanel(
                model, tasks, settings, inspect, later -> comparison.compareWithEarlier(later, model.runs()));
        VBox empty = emptyState();
        Label reading = new Label("Reading the runs of this project…");
        reading.getStyleClass().add("text-muted");
        RunsPane table = new RunsPane(model, runs, comparison, tasks, openFolder, () -> asTable.set(false));
        table.visibleProperty().bind(asTable);
        comparison.stateProperty().addListener((o, was, is) -> asTable.set(true));
        // What is asked to be shown is looked at.
        model.shownProperty().addListener((o, was, is) -> leaveTable(was, is));
        run.visibleProperty().bind(model.shownProperty().isNotNull().and(asTable.not()));
        BooleanBinding nothing = model.shownProperty().isNull().and(asTable.not());
        // Where there are runs, the log of the newest is being read.
        BooleanBinding soon = model.readingRunsProperty().or(Bindings.isNotEmpty(model.runs()));
        empty.visibleProperty().bind(nothing.and(soon.not()));
        reading.visibleProperty().bind(nothing.and(soon));
        StackPane middle = new StackPane(empty, reading, run, table, preview);
        middle.setMinSize(0, 0);
        content.setCenter(middle);
    }

    private void leaveTable(ShownRun was, ShownRun is) {
        boolean other =
                is != null && (was == null ? is.live() : !was.directory().equals(is.directory()));
        if (other) {
            asTable.set(false);
        }
    }

    /** Says how a split of the images is put into the project, as one edit; until then none can be. */
    public void splitWith(Consumer<Map<ImageId, String>> applying) {
        care.applyWith(applying);
    }

    /** Says how the image of a note about the data is shown; until then none is. */
    public void showImagesWith(Consumer<DataNote> next) {
        opening = next;
    }

    private void open(DataNote note) {
        opening.accept(note);
    }

    private static VBox emptyState() {
        FontIcon icon = new FontIcon("fth-trending-down");
        icon.getStyleClass().add("empty-icon");
        Label title = new Label("Nothing trained yet");
        title.getStyleClass().add("title-3");
        Label text = new Label("Press Train: no settings are needed. The charts of the training appear here while it "
                + "goes on, and you can annotate meanwhile.");
        text.setWrapText(true);
        text.getStyleClass().add("text-muted");
        text.setMaxWidth(380);
        VBox box = new VBox(10, icon, title, text);
        box.getStyleClass().add("empty-state");
        return box;
    }

    @Override
    public String title() {
        return "Train";
    }

    @Override
    public String iconLiteral() {
        return "fth-activity";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void shown() {
        model.refresh();
        model.watch(true);
        rehearse();
    }

    private void rehearse() {
        if (!rehearsed) {
            rehearsed = true;
            tasks.task("Getting the charts ready", progress -> Rehearsal.run())
                    .unseen()
                    .onSuccess(this::rehearseOnScreen)
                    .start();
        }
    }

    private void rehearseOnScreen(Plot plot) {
        CurveChart.rehearseDrawing(plot);
        run.styleAhead();
    }

    @Override
    public void hidden() {
        model.watch(false);
    }
}
