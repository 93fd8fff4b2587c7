package io.flamemark.app.train.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.flamemark.app.Steady;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.model.Phase;
import io.flamemark.app.train.model.ShownRun;
import io.flamemark.app.train.model.Verdict;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.RgbImage;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunHistory;
import io.flamemark.settings.Settings.Charts;
import io.flamemark.settings.Settings.Charts.Axis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The toolbar, the charts and the pictures, without the rest of the workspace. */
@ExtendWith(ApplicationExtension.class)
class DashboardTest {

    @TempDir
    Path folder;

    private final ObjectProperty<Charts> look = new SimpleObjectProperty<>(Charts.USUAL);
    private RunCharts charts;
    private PreviewPane previews;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        FxTasks tasks = new FxTasks(Runnable::run, Platform::runLater, Throwable::printStackTrace);
        charts = new RunCharts(look, RunDirectory::id);
        previews = new PreviewPane(tasks);
        ChartGrid grid = new ChartGrid(2, charts.learning());
        VBox.setVgrow(grid, Priority.ALWAYS);
        previews.setPrefHeight(150);
        stage.setScene(new Scene(new VBox(8, new ChartToolbar(look, charts.view()), grid, previews), 1000, 800));
        stage.setWidth(1000);
        stage.setHeight(800);
        stage.show();
        stage.requestFocus();
    }

    private ShownRun run(String name, int epochs) {
        RunHistory history = RunHistory.of(PlausibleRun.epochs(epochs));
        Verdict verdict = new Verdict(Verdict.Tone.NEUTRAL, "Training", "");
        RunDirectory directory = new RunDirectory(folder.resolve(name));
        return new ShownRun(directory, history, epochs, verdict, Phase.OVER, false);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Steady.until(condition);
    }

    @Test
    @DisplayName("the toolbar changes how the charts are drawn")
    void toolbar(FxRobot robot) throws Exception {
        Steady.clickOn(robot, robot.lookup("#axis-epoch").<Node>query());
        Steady.clickOn(robot, robot.lookup("#scale-log").<Node>query());
        Slider smoothing = robot.lookup("#smoothing").queryAs(Slider.class);
        robot.interact(() -> smoothing.setValue(0.5));
        assertEquals(new Charts(Axis.EPOCH, true, 0.5), look.get());
        robot.interact(() -> robot.lookup("#axis-epoch").<Node>query().requestFocus());
        robot.type(KeyCode.RIGHT);
        assertEquals(Axis.TIME, look.get().axis(), "what the arrows choose is what is drawn");
    }

    @Test
    @DisplayName("dragging over a chart zooms all of them, a double click on another brings all in sight again")
    void zoom(FxRobot robot) throws Exception {
        robot.interact(() -> charts.show(List.of(run("a", 6))));
        await(() -> !robot.lookup("#total-chart .legend-entry").queryAll().isEmpty());
        Node all = robot.lookup("#show-all").query();
        robot.moveTo(Steady.node(robot.lookup("#total-chart .plot-canvas").<Node>query()));
        robot.drag().dropBy(90, 0);
        await(all::isVisible);
        assertTrue(charts.view().isZoomed());
        robot.doubleClickOn(
                Steady.node(robot.lookup("#scores-chart .plot-canvas").<Node>query()));
        await(() -> !all.isVisible());
    }

    @Test
    @DisplayName("a stretch zoomed to stays while the run tells more, and is given up for another run")
    void anotherRun(FxRobot robot) throws Exception {
        robot.interact(() -> charts.show(List.of(run("a", 6))));
        await(() -> !robot.lookup("#total-chart .legend-entry").queryAll().isEmpty());
        robot.interact(() -> charts.view().show(10, 20));
        robot.interact(() -> charts.show(List.of(run("a", 7), run("b", 3))));
        assertTrue(charts.view().isZoomed());
        robot.interact(() -> charts.show(List.of(run("b", 3), run("a", 7))));
        assertFalse(charts.view().isZoomed());
    }

    @Test
    @DisplayName("by keyboard a chart comes closer, and brings all in sight again")
    void keys(FxRobot robot) throws Exception {
        robot.interact(() -> charts.show(List.of(run("a", 6))));
        await(() -> !robot.lookup("#total-chart .legend-entry").queryAll().isEmpty());
        Node all = robot.lookup("#show-all").query();
        robot.interact(
                () -> robot.lookup("#total-chart .plot-canvas").<Node>query().requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.EQUALS);
        await(all::isVisible);
        robot.type(KeyCode.HOME);
        await(() -> !all.isVisible());
    }

    @Test
    @DisplayName("with a second run the legend names the runs, and the five losses become a choice of one")
    void several(FxRobot robot) throws Exception {
        robot.interact(() -> charts.show(List.of(run("first", 3), run("second", 4))));
        await(() -> robot.lookup("#total-chart .legend-entry").queryAll().size() == 2);
        assertTrue(robot.lookup("#picked-part").query().isVisible());
        robot.interact(() -> charts.show(List.of(run("first", 3))));
        await(() -> robot.lookup("#parts-chart .legend-entry").queryAll().size() == 5);
        assertFalse(robot.lookup("#picked-part").query().isVisible());
    }

    @Test
    @DisplayName("the newest epoch's pictures are shown; the slider stays where it is put while more come")
    void pictures(FxRobot robot) throws Exception {
        for (int epoch = 1; epoch <= 3; epoch++) {
            writePicture(run("a", 1), epoch);
        }
        robot.interact(() -> previews.show(run("a", 3)));
        Label epoch = robot.lookup("#preview-epoch").queryAs(Label.class);
        await(() -> epoch.getText().startsWith("Epoch 3, the newest"));
        Slider slider = robot.lookup("#preview-slider").queryAs(Slider.class);
        robot.interact(() -> slider.setValue(1));
        await(() -> epoch.getText().startsWith("Epoch 2"));
        writePicture(run("a", 1), 4);
        robot.interact(() -> previews.show(run("a", 4)));
        await(() -> slider.getMax() == 3);
        assertTrue(epoch.getText().startsWith("Epoch 2") && slider.getValue() == 1, epoch::getText);
        await(() -> robot.lookup(".preview-pane .image-view").tryQuery().isPresent());
    }

    @Test
    @DisplayName(
            "pictures stand so that they are largest: in a row where it is wide, below each other where it is high")
    void wall() {
        List<Image> four = Collections.nCopies(4, new WritableImage(400, 300));
        assertEquals(4, PictureWall.columns(four, 900, 120));
        assertEquals(2, PictureWall.columns(four, 900, 700));
        assertEquals(1, PictureWall.columns(four, 200, 900));
    }

    private static void writePicture(ShownRun run, int epoch) throws IOException {
        Path pictures = Files.createDirectories(run.directory().previews(epoch));
        ImageEncoder.write(new RgbImage(8, 6, new int[48]), pictures.resolve("1-fire.png"), 1);
    }
}
