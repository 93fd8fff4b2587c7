package io.flamemark.app.train;

import io.flamemark.app.shell.Workspace;
import io.flamemark.app.task.FxTasks;
import io.flamemark.run.RunDirectory;
import io.flamemark.settings.SettingsStore;
import java.util.function.Consumer;
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

    /**
     * @param settings remember how the charts are drawn
     * @param inspect shows the results of a run, in the workspace made for that
     */
    public TrainWorkspace(
            TrainViewModel model, FxTasks tasks, SettingsStore settings, Consumer<RunDirectory> inspect) {
        this.model = model;
        content.getStyleClass().add("train-workspace");
        content.getStylesheets()
                .add(TrainWorkspace.class.getResource("train.css").toExternalForm());
        content.setLeft(new StartPanel(model, new RunList(model)));
        RunPanel run = new RunPanel(model, tasks, settings, inspect);
        VBox empty = emptyState();
        Label reading = new Label("Reading the runs of this project…");
        reading.getStyleClass().add("text-muted");
        run.visibleProperty().bind(model.shownProperty().isNotNull());
        empty.visibleProperty()
                .bind(model.shownProperty()
                        .isNull()
                        .and(model.readingRunsProperty().not()));
        reading.visibleProperty().bind(model.shownProperty().isNull().and(model.readingRunsProperty()));
        StackPane middle = new StackPane(empty, reading, run);
        middle.setMinSize(0, 0);
        content.setCenter(middle);
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
    }
}
