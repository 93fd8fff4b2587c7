package io.flamemark.app.train.start;

import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.run.RunDirectory;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The runs that wait for the training under way to end, each with a button to take it out. */
final class WaitingRuns extends VBox {

    private final TrainViewModel model;

    WaitingRuns(TrainViewModel model) {
        super(4);
        this.model = model;
        setId("waiting-runs");
        managedProperty().bind(visibleProperty());
        model.waitingProperty().addListener((o, was, is) -> show(is));
        show(model.waitingProperty().get());
    }

    private void show(List<RunDirectory> waiting) {
        setVisible(!waiting.isEmpty());
        getChildren().setAll(waiting.stream().map(this::line).toList());
    }

    private HBox line(RunDirectory run) {
        Label name = new Label("Waiting: " + model.nameOf(run), new FontIcon("fth-clock"));
        name.getStyleClass().add("text-small");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button out = new Button("", new FontIcon("fth-x"));
        out.getStyleClass().addAll("flat", "small");
        out.setTooltip(new Tooltip("Take it out of the queue"));
        out.setAccessibleText("Take " + model.nameOf(run) + " out of the queue");
        out.setMinWidth(USE_PREF_SIZE);
        out.setOnAction(event -> model.takeOut(run));
        HBox line = new HBox(6, name, out);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
