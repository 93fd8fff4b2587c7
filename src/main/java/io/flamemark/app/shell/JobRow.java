package io.flamemark.app.shell;

import atlantafx.base.theme.Styles;
import io.flamemark.app.task.Job;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A running job: what it does, how far it is, and a way to end it where there is one. */
final class JobRow extends HBox {

    private final Job job;

    JobRow(Job job) {
        super(14);
        this.job = job;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("job-row");
        Label title = new Label(job.title());
        Label message = new Label();
        message.textProperty().bind(job.messageProperty());
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        message.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(job.fractionProperty());
        VBox words = new VBox(5, title, bar, message);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(words);
        if (job.isStoppable()) {
            getChildren().add(stop());
        }
    }

    Job job() {
        return job;
    }

    private Button stop() {
        Button stop = new Button("Stop");
        stop.getStyleClass().addAll(Styles.SMALL, "job-stop");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setAccessibleText("Stop " + job.title());
        stop.setOnAction(event -> {
            stop.setDisable(true);
            job.cancel();
        });
        return stop;
    }
}
