package io.flamemark.app.shell;

import atlantafx.base.theme.Styles;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The job begun last, with its progress and a way to end it; how many others run. */
final class JobIndicator extends HBox {

    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button("", new FontIcon("fth-x"));
    private final ObservableList<Job> jobs;

    JobIndicator(FxTasks tasks) {
        super(8);
        jobs = tasks.jobs();
        setAlignment(Pos.CENTER);
        getStyleClass().add("job-indicator");
        text.getStyleClass().add(Styles.TEXT_SMALL);
        bar.setPrefWidth(120);
        cancel.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        cancel.setFocusTraversable(false);
        cancel.setTooltip(new Tooltip("Stop"));
        getChildren().addAll(text, bar, cancel);
        jobs.addListener((ListChangeListener<Job>) change -> follow());
        follow();
    }

    private void follow() {
        setVisible(!jobs.isEmpty());
        setManaged(!jobs.isEmpty());
        text.textProperty().unbind();
        bar.progressProperty().unbind();
        if (jobs.isEmpty()) {
            return;
        }
        Job latest = jobs.get(jobs.size() - 1);
        String others = jobs.size() == 1 ? "" : "  (+" + (jobs.size() - 1) + ")";
        text.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> latest.title()
                                + (latest.messageProperty().get().isEmpty()
                                        ? ""
                                        : "  ·  " + latest.messageProperty().get())
                                + others,
                        latest.messageProperty()));
        bar.progressProperty().bind(latest.fractionProperty());
        cancel.setVisible(latest.isStoppable());
        cancel.setManaged(latest.isStoppable());
        cancel.setOnAction(event -> latest.cancel());
    }
}
