package io.flamemark.app.shell;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * All running jobs, the latest first. Not ControlsFX's TaskProgressView: it shows tasks of JavaFX's own, each of which
 * would hold a thread only to mirror a job.
 */
final class JobList extends VBox {

    private final ObservableList<Job> jobs;
    private final VBox rows = new VBox();

    JobList(FxTasks tasks) {
        jobs = tasks.jobs();
        setId("job-list");
        getStyleClass().add("job-list");
        rows.getStyleClass().add("job-rows");
        Label title = new Label("Running now");
        title.getStyleClass().add("panel-title");
        getChildren().addAll(title, rows);
        jobs.addListener((ListChangeListener<Job>) change -> follow(change));
        jobs.forEach(job -> rows.getChildren().add(0, new JobRow(job)));
    }

    private void follow(ListChangeListener.Change<? extends Job> change) {
        while (change.next()) {
            rows.getChildren().removeIf(row -> change.getRemoved().contains(((JobRow) row).job()));
            change.getAddedSubList().forEach(job -> rows.getChildren().add(0, new JobRow(job)));
        }
    }
}
