package io.flamemark.app.shell;

import atlantafx.base.theme.Styles;
import io.flamemark.annotation.Project;
import io.flamemark.app.project.ProjectModel;
import io.flamemark.app.task.FxTasks;
import io.flamemark.edit.EditSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import org.controlsfx.control.StatusBar;

/** The line at the window's foot: what happened last, running jobs, the size of the project. */
public final class StatusStrip extends StatusBar {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Clock clock;

    public StatusStrip(ProjectModel project, FxTasks tasks, Clock clock) {
        this.clock = clock;
        getStyleClass().add("status-strip");
        setText("");
        Label size = new Label();
        size.setId("project-size");
        size.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        size.textProperty()
                .bind(Bindings.createStringBinding(() -> sizeOf(project.project()), project.projectProperty()));
        getRightItems().addAll(new JobIndicator(tasks), size);
        project.addListener(this::changed);
        project.onOpened(() -> setText(project.path().map(StatusStrip::opened).orElse("")));
    }

    private void changed(EditSession.Change change) {
        setText(
                switch (change.cause()) {
                    case DONE -> "";
                    case UNDONE -> "Undone: " + change.description();
                    case REDONE -> "Done again: " + change.description();
                    case SAVED -> "Saved at " + TIME.format(LocalTime.now(clock));
                });
    }

    /** A folder of images, or a file of another program, has no project file until the first save. */
    private static String opened(Path file) {
        return Files.exists(file)
                ? "Opened " + file.getFileName()
                : "Opened as a new project; the first save makes " + file.getFileName();
    }

    private static String sizeOf(Project project) {
        return counted(project.images().size(), "image") + "  ·  " + counted(project.regionCount(), "region");
    }

    private static String counted(int n, String what) {
        return n + " " + (n == 1 ? what : what + "s");
    }
}
