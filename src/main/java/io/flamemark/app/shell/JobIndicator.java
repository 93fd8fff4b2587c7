package io.flamemark.app.shell;

import atlantafx.base.theme.Styles;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;

/** The job begun last, with its progress and a way to end it; how many others run. A click shows them all. */
final class JobIndicator extends HBox {

    private final ProgressBar bar = new ProgressBar();
    private final Button latest = new Button("", bar);
    private final Button cancel = new Button("", new FontIcon("fth-x"));
    private final ObservableList<Job> jobs;
    private final PopOver all;

    JobIndicator(FxTasks tasks) {
        super(4);
        jobs = tasks.jobs();
        all = popOver(new JobList(tasks));
        setAlignment(Pos.CENTER);
        getStyleClass().add("job-indicator");
        bar.setPrefWidth(120);
        // A control keeps clicks to itself: they are for the button.
        bar.setMouseTransparent(true);
        latest.setId("running-jobs");
        latest.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        latest.setContentDisplay(ContentDisplay.RIGHT);
        latest.setGraphicTextGap(8);
        latest.setMnemonicParsing(false);
        latest.setFocusTraversable(false);
        latest.setTooltip(new Tooltip("Show everything that runs"));
        latest.setOnAction(event -> all.show(latest));
        cancel.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        cancel.setFocusTraversable(false);
        cancel.setTooltip(new Tooltip("Stop"));
        getChildren().addAll(latest, cancel);
        jobs.addListener((ListChangeListener<Job>) change -> follow());
        follow();
    }

    private static PopOver popOver(JobList list) {
        PopOver popOver = new PopOver(list);
        popOver.getStyleClass().add("list-pop-over");
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        popOver.setDetachable(false);
        return popOver;
    }

    private void follow() {
        setVisible(!jobs.isEmpty());
        setManaged(!jobs.isEmpty());
        latest.textProperty().unbind();
        bar.progressProperty().unbind();
        if (jobs.isEmpty()) {
            all.hide();
            return;
        }
        Job job = jobs.get(jobs.size() - 1);
        String others = jobs.size() == 1 ? "" : "  (+" + (jobs.size() - 1) + ")";
        latest.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> job.title()
                                + (job.messageProperty().get().isEmpty()
                                        ? ""
                                        : "  ·  " + job.messageProperty().get())
                                + others,
                        job.messageProperty()));
        bar.progressProperty().bind(job.fractionProperty());
        cancel.setVisible(job.isStoppable());
        cancel.setManaged(job.isStoppable());
        cancel.setOnAction(event -> job.cancel());
    }
}
