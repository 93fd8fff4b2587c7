package io.flamemark.app.train.history;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.config.ConfigDiffTable;
import io.flamemark.app.train.dashboard.RoomToggle;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.run.RunDetails;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunSummary;
import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** All runs in a table, what can be done with those picked, and what sets them apart. */
public final class RunsPane extends BorderPane {

    private static final double TABLE_SHARE = 0.5;
    private static final FileChooser.ExtensionFilter ZIP = new FileChooser.ExtensionFilter("Exported runs", "*.zip");

    private final TrainViewModel training;
    private final RunsViewModel model;
    private final ComparisonModel comparison;
    private final Consumer<Path> openFolder;
    private final RunsTable table;
    private final ConfigDiffTable diff = new ConfigDiffTable();

    /**
     * @param openFolder shows a folder in the system's file manager
     * @param charts brings the charts to the front
     */
    public RunsPane(
            TrainViewModel training,
            RunsViewModel model,
            ComparisonModel comparison,
            FxTasks tasks,
            Consumer<Path> openFolder,
            Runnable charts) {
        this.training = training;
        this.model = model;
        this.comparison = comparison;
        this.openFolder = openFolder;
        table = new RunsTable(model);
        getStyleClass().add("runs-pane");
        setTop(new VBox(8, headLine(charts), actions(charts), messageLine(), damageLine()));
        SplitPane split = new SplitPane();
        split.getItems().setAll(table, RoomToggle.beside(below(tasks), split, table));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(TABLE_SHARE);
        split.setMinSize(0, 0);
        setCenter(split);
        picked().addListener((ListChangeListener<RunDetails>) change -> diff.show(List.copyOf(picked())));
        training.runs().addListener((ListChangeListener<RunSummary>) change -> read());
        visibleProperty().addListener((o, was, is) -> read());
        model.onChange(training::refresh);
    }

    private TabPane below(FxTasks tasks) {
        Tab settings = new Tab("Settings", diff);
        Tab images = new Tab("Same images", new ComparisonPane(comparison, tasks, training::nameOf));
        TabPane tabs = new TabPane(settings, images);
        tabs.getStyleClass().add("dense");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinHeight(0);
        comparison
                .stateProperty()
                .addListener((o, was, is) -> tabs.getSelectionModel().select(images));
        return tabs;
    }

    private void read() {
        if (isVisible()) {
            model.read(training.runs());
        }
    }

    private ObservableList<RunDetails> picked() {
        return table.getSelectionModel().getSelectedItems();
    }

    private HBox headLine(Runnable charts) {
        Label title = new Label("All runs");
        title.getStyleClass().add("title-4");
        title.setMinWidth(USE_PREF_SIZE);
        TextField filter = new TextField();
        filter.setId("runs-filter");
        filter.setPromptText("Filter by name, status, tag or note");
        filter.setPrefColumnCount(24);
        model.filterProperty().bind(filter.textProperty());
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        Button back = new Button("Back to the charts", new FontIcon("fth-activity"));
        back.setId("runs-back");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(event -> charts.run());
        HBox line = new HBox(10, title, filter, room, back);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private FlowPane actions(Runnable charts) {
        BooleanBinding none = Bindings.isEmpty(picked());
        BooleanBinding notOne = Bindings.size(picked()).isNotEqualTo(1);
        FlowPane line = new FlowPane(
                6,
                6,
                button(
                        "runs-show",
                        "Show",
                        "fth-trending-down",
                        "Charts of the runs picked, one over the other",
                        none,
                        () -> show(charts)),
                button(
                        "runs-compare",
                        "Compare",
                        "fth-columns",
                        "Both models on the same validation images",
                        Bindings.createBooleanBinding(() -> !areTwoModels(), picked()),
                        this::compare),
                button(
                        "runs-rename",
                        "Rename",
                        "fth-edit-2",
                        "A double click on a name, on tags or on notes lets you write them too",
                        notOne,
                        table::rename),
                button(
                        "runs-folder",
                        "Folder",
                        "fth-folder",
                        "Open the run's folder",
                        notOne,
                        () -> openFolder.accept(one().summary().directory().root())),
                button("runs-export", "Export…", "fth-download", "Write the run to a zip file", notOne, this::export),
                button(
                        "runs-import",
                        "Import…",
                        "fth-upload",
                        "Take a run out of a zip file",
                        Bindings.createBooleanBinding(() -> false),
                        this::importRun),
                button(
                        "runs-delete",
                        "Delete",
                        "fth-trash-2",
                        "Move to the bin; can be undone",
                        none,
                        () -> model.discard(picked())));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Button button(
            String id, String text, String icon, String help, BooleanBinding off, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(help));
        button.setMinWidth(USE_PREF_SIZE);
        button.disableProperty().bind(off);
        button.setOnAction(event -> action.run());
        return button;
    }

    private HBox messageLine() {
        Label done = new Label();
        done.textProperty().bind(model.doneProperty());
        done.setWrapText(true);
        done.getStyleClass().add("text-muted");
        Label problem = new Label();
        problem.textProperty().bind(model.problemProperty());
        problem.setWrapText(true);
        problem.getStyleClass().addAll("note-line", "danger");
        Button undo = new Button("Undo", new FontIcon("fth-rotate-ccw"));
        undo.setId("runs-undo");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.visibleProperty().bind(model.discardedProperty().isNotNull());
        undo.managedProperty().bind(undo.visibleProperty());
        undo.setOnAction(event -> model.undo());
        HBox line = new HBox(10, done, undo, problem);
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty()
                .bind(done.textProperty().isNotEmpty().or(problem.textProperty().isNotEmpty()));
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    /** What is the matter with the runs of which something cannot be read. */
    private Label damageLine() {
        Label line = new Label("", new FontIcon("fth-alert-triangle"));
        line.setId("runs-damage");
        line.setWrapText(true);
        line.getStyleClass().addAll("note-line", "warning");
        line.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.runs().stream()
                                .filter(RunDetails::isDamaged)
                                .map(run -> run.name() + " is damaged. " + run.damage())
                                .collect(Collectors.joining("\n")),
                        model.runs()));
        line.managedProperty().bind(line.textProperty().isNotEmpty());
        line.visibleProperty().bind(line.managedProperty());
        return line;
    }

    private RunDetails one() {
        return picked().get(0);
    }

    private void show(Runnable charts) {
        List<RunSummary> runs = picked().stream().map(RunDetails::summary).toList();
        training.show(runs.get(0));
        training.beside().show(runs.subList(1, runs.size()));
        charts.run();
    }

    private boolean areTwoModels() {
        return picked().size() == 2
                && picked().stream().allMatch(run -> run.summary().hasModel());
    }

    private void compare() {
        List<RunDirectory> byAge = picked().stream()
                .map(RunDetails::summary)
                .sorted(Comparator.comparing(RunSummary::created))
                .map(RunSummary::directory)
                .toList();
        comparison.compare(byAge.get(0), byAge.get(1));
    }

    private void export() {
        RunDirectory run = one().summary().directory();
        FileChooser chooser = chooser("Export the run");
        chooser.setInitialFileName(run.id() + ".zip");
        File zip = chooser.showSaveDialog(getScene().getWindow());
        if (zip != null) {
            model.export(one(), zip.toPath());
        }
    }

    private void importRun() {
        File zip = chooser("Import a run").showOpenDialog(getScene().getWindow());
        if (zip != null) {
            model.importFrom(zip.toPath());
        }
    }

    /** Begins where the project lies, not where the program happened to be started. */
    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(ZIP);
        model.place().map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }
}
