package io.flamemark.app.train.start;

import io.flamemark.app.command.SafeFocus;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.config.ConfigSheet;
import io.flamemark.app.train.history.RunList;
import io.flamemark.app.train.model.DataNote;
import io.flamemark.app.train.model.Setup;
import io.flamemark.app.train.model.TrainViewModel;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The left side: what will be trained, how, and the button that starts it. */
public final class StartPanel extends BorderPane {

    private final TrainViewModel model;
    private final Button train = new Button("Train", new FontIcon("fth-play"));
    private final Label refusal = new Label();

    /**
     * @param care what was noticed in the pictures
     * @param open shows the image of a note about the data
     * @param allRuns shows the runs as a table
     */
    public StartPanel(
            TrainViewModel model,
            FxTasks tasks,
            DataCarePane care,
            Consumer<DataNote> open,
            RunList runs,
            Runnable allRuns) {
        this.model = model;
        getStyleClass().add("start-panel");
        DataCard data = new DataCard(open);
        data.show(model.dataProperty().get());
        model.dataProperty().addListener((o, was, is) -> data.show(is));
        VBox content = new VBox(
                10,
                heading("Data"),
                data,
                care,
                heading("Preset"),
                new PresetCards(model.setup()),
                new PresetAdvice(model),
                advanced(tasks),
                runsHeading(allRuns),
                runs);
        content.getStyleClass().add("start-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // The keyboard comes to the button first, as the eye does.
        setTop(startBox(open));
        setCenter(scroll);
    }

    private VBox startBox(Consumer<DataNote> open) {
        train.setId("train-button");
        train.getStyleClass().addAll("accent", "large");
        train.setMaxWidth(Double.MAX_VALUE);
        train.setOnAction(event -> model.start());
        SafeFocus.keep(train, this);
        train.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.dataProperty().get().canTrain()
                                || model.preparingProperty().get()
                                || !model.setup().settledProperty().get(),
                        model.dataProperty(),
                        model.preparingProperty(),
                        model.setup().settledProperty()));
        train.textProperty()
                .bind(Bindings.createStringBinding(
                        this::trainWords,
                        model.trainingProperty(),
                        model.preparingProperty(),
                        model.setup().settledProperty()));
        Label saved = new Label();
        saved.textProperty()
                .bind(Bindings.when(model.trainingProperty())
                        .then("Begins when the training under way has ended.")
                        .otherwise("Unsaved annotations are saved first."));
        saved.getStyleClass().addAll("text-small", "text-muted");
        Label problem = new Label();
        problem.setId("train-problem");
        problem.setWrapText(true);
        problem.getStyleClass().addAll("note-line", "danger");
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        // Of a setting, which may be far down: here it is in sight.
        refusal.setId("setting-refused");
        refusal.setWrapText(true);
        refusal.setMinHeight(Region.USE_PREF_SIZE);
        refusal.getStyleClass().addAll("note-line", "danger");
        refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
        VBox box = new VBox(
                6,
                train,
                new StartEstimate(model.setup()),
                new TooSmallLine(model.setup(), open),
                refusal,
                saved,
                problem,
                new WaitingRuns(model));
        box.getStyleClass().add("start-box");
        return box;
    }

    private String trainWords() {
        if (model.preparingProperty().get()) {
            return "Preparing…";
        } else if (!model.setup().settledProperty().get()) {
            return "Reading weights…";
        }
        return model.trainingProperty().get() ? "Train next" : "Train";
    }

    private TitledPane advanced(FxTasks tasks) {
        Setup setup = model.setup();
        ConfigSheet sheet = new ConfigSheet(
                tasks,
                next -> {
                    refusal.setText("");
                    setup.edit(next);
                },
                setup::beginEdit,
                refusal::setText);
        TitledPane pane = new TitledPane("Advanced settings", sheet);
        pane.setId("advanced");
        pane.setExpanded(false);
        pane.setAnimated(false);
        Runnable fill = () -> {
            if (!setup.isEdited()) {
                sheet.show(pane.isExpanded() ? setup.configProperty().get() : null);
            }
        };
        pane.expandedProperty().addListener((o, was, is) -> fill.run());
        setup.configProperty().addListener((o, was, is) -> fill.run());
        setup.settledProperty().addListener((o, was, is) -> fill.run());
        return pane;
    }

    private static HBox runsHeading(Runnable allRuns) {
        Button all = new Button("All runs…", new FontIcon("fth-list"));
        all.setId("all-runs");
        all.getStyleClass().addAll("flat", "small");
        all.setTooltip(new Tooltip("Compare, rename, tag, export, import and delete runs"));
        all.setOnAction(event -> allRuns.run());
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox line = new HBox(heading("Runs"), room, all);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-heading");
        return label;
    }
}
