package io.flamemark.app.train.augmentation;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.app.train.model.TrainingFiles.Data;
import io.flamemark.run.RunConfig;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The user's own training images as the network would see them with the settings as they are: varied at random, with
 * their outlines; all kinds of variation together, or each alone. Lies over what is beside it until it is closed; follows
 * the settings meanwhile.
 */
public final class AugmentationPreview extends BorderPane {

    private static final int SIDE = 3;
    private static final String TOGETHER = "Your images as the network will meet them: each time a little different, "
            + "so that it learns what a fire is and not these pictures.";

    private final TrainViewModel model;
    private final FxTasks tasks;
    private final GridPane grid = new GridPane(10, 10);
    private final Label note = new Label();
    private final ComboBox<SeenKind> kind = new ComboBox<>();
    private final Label meaning = new Label(TOGETHER);
    private long seed = 1;
    private Optional<Job> making = Optional.empty();

    /** @param model whose data and configuration are shown */
    public AugmentationPreview(TrainViewModel model, FxTasks tasks) {
        this.model = model;
        this.tasks = tasks;
        getStyleClass().add("augmentation-preview");
        setTop(head());
        for (int i = 0; i < SIDE; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / SIDE);
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / SIDE);
            row.setVgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
            grid.getRowConstraints().add(row);
        }
        grid.setMinSize(0, 0);
        note.setId("seen-note");
        note.setWrapText(true);
        note.getStyleClass().add("text-muted");
        setCenter(new StackPane(grid, note));
        setMinSize(0, 0);
        setVisible(false);
        model.setup().configProperty().addListener((o, was, is) -> makeWhileVisible());
    }

    /** The words below the buttons: beside them there is no room in a small window. */
    private VBox head() {
        Label title = new Label("What training sees");
        title.getStyleClass().add("title-4");
        title.setMinWidth(USE_PREF_SIZE);
        meaning.setWrapText(true);
        meaning.getStyleClass().addAll("text-small", "text-muted");
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        kind.setId("seen-kind");
        kind.setAccessibleText("Which variation is shown");
        kind.getItems().setAll(SeenKind.values());
        kind.setValue(SeenKind.ALL);
        kind.setMinWidth(USE_PREF_SIZE);
        kind.setOnAction(event -> make());
        Button others = new Button("Other examples", new FontIcon("fth-refresh-cw"));
        others.setId("seen-others");
        others.setMinWidth(USE_PREF_SIZE);
        others.setOnAction(event -> {
            seed++;
            make();
        });
        Button close = new Button("Close", new FontIcon("fth-x"));
        close.setId("seen-close");
        close.setMinWidth(USE_PREF_SIZE);
        close.setCancelButton(true);
        close.setOnAction(event -> setVisible(false));
        HBox line = new HBox(10, title, room, kind, others, close);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(4, line, meaning);
        head.setPadding(new Insets(0, 0, 10, 0));
        return head;
    }

    /** Brings it up, with the settings as they are. */
    public void open() {
        setVisible(true);
        make();
    }

    private void makeWhileVisible() {
        if (isVisible()) {
            make();
        }
    }

    private void make() {
        making.ifPresent(Job::cancel);
        Optional<Data> data = model.data().filter(d -> !d.dataset().train().isEmpty());
        RunConfig config = model.setup().configProperty().get();
        if (data.isEmpty() || config == null) {
            show(List.of(), "There is no training image to show.");
            return;
        }
        long wanted = seed;
        RunConfig shown = kind.getValue().of(config);
        meaning.setText(
                kind.getValue() == SeenKind.ALL ? TOGETHER : kind.getValue().use(config));
        if (grid.getChildren().isEmpty()) {
            note.setText("Reading your images…");
        }
        making = Optional.of(tasks.task(
                        "Varying training images",
                        progress -> SeenExample.of(data.get().dataset(), shown, wanted, SIDE * SIDE))
                .unseen()
                .onSuccess(examples -> show(examples, ""))
                .onFailure(e -> show(List.of(), "The examples cannot be shown: " + e.getMessage()))
                .start());
    }

    private void show(List<SeenExample> examples, String words) {
        note.setText(words);
        grid.getChildren().clear();
        for (int i = 0; i < examples.size(); i++) {
            grid.add(new SeenPicture(examples.get(i)), i % SIDE, i / SIDE);
        }
    }
}
