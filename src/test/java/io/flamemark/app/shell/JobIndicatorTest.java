package io.flamemark.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import atlantafx.base.theme.PrimerLight;
import io.flamemark.app.Steady;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class JobIndicatorTest {

    private final FxTasks tasks = new FxTasks(work -> {}, Platform::runLater, Throwable::printStackTrace);
    private final List<String> stopped = new ArrayList<>();

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        BorderPane root = new BorderPane();
        root.setBottom(new JobIndicator(tasks));
        stage.setScene(new Scene(root, 700, 500));
        // TestFX hands every test the same stage, with the size the one before left.
        stage.setWidth(700);
        stage.setHeight(500);
        stage.show();
    }

    @Test
    @DisplayName("a click lists all jobs with their progress; each is stopped by itself; the list goes with the last")
    void all(FxRobot robot) throws Exception {
        Job[] jobs = new Job[2];
        robot.interact(() -> {
            jobs[0] = tasks.show("Training", () -> stopped.add("Training"));
            jobs[1] = tasks.show("Looking at images", () -> stopped.add("Looking"));
            tasks.task("Saving", progress -> null).unstoppable().start();
        });
        jobs[0].at(0.25, "epoch 3 of 12");
        Steady.clickOn(robot, robot.lookup("#running-jobs").<Node>query());
        await(() -> rows(robot).size() == 3);

        JobRow training = row(robot, jobs[0]);
        assertEquals(List.of("Training", "epoch 3 of 12"), texts(robot, training));
        assertEquals(
                0.25,
                robot.from(training)
                        .lookup(".progress-bar")
                        .queryAs(ProgressBar.class)
                        .getProgress());
        assertEquals(2, robot.lookup(".job-stop").queryAll().size(), "saving cannot be stopped");

        Steady.clickOn(robot, robot.from(training).lookup(".job-stop").<Node>query());
        await(() -> jobs[0].isCancelled());
        assertEquals(List.of("Training"), stopped);
        assertFalse(jobs[1].isCancelled());

        jobs[0].end();
        await(() -> rows(robot).size() == 2);
        jobs[1].end();
        robot.interact(() -> tasks.jobs().get(0).end());
        await(() -> robot.lookup("#job-list").tryQuery().isEmpty());
    }

    private static List<JobRow> rows(FxRobot robot) {
        return List.copyOf(robot.lookup(".job-row").queryAllAs(JobRow.class));
    }

    private static JobRow row(FxRobot robot, Job job) {
        return rows(robot).stream().filter(row -> row.job() == job).findFirst().orElseThrow();
    }

    private static List<String> texts(FxRobot robot, JobRow row) {
        return robot.from(row).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Steady.until(condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
