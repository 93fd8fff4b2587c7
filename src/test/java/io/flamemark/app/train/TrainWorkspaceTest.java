package io.flamemark.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.flamemark.app.Steady;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.dashboard.PlausibleRun;
import io.flamemark.app.train.history.ComparisonModel;
import io.flamemark.app.train.history.RunsViewModel;
import io.flamemark.app.train.model.MemoryFiles;
import io.flamemark.app.train.model.ScriptedRunHost;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.host.InProcessDetectionHost;
import io.flamemark.host.WorkerExit;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunState;
import io.flamemark.run.StopSignal;
import io.flamemark.settings.SettingsStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TrainWorkspaceTest {

    @TempDir
    static Path folder;

    private final MemoryFiles files = new MemoryFiles();
    private final ScriptedRunHost host = new ScriptedRunHost();
    private final List<RunDirectory> inspected = new ArrayList<>();
    private TrainViewModel model;

    /** What a window of 1000 pixels leaves beside the workspaces. */
    private static final double NARROW = 924;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        files.runs.add(MemoryFiles.summary("old-run", "quick", RunState.PAUSED, "Done.", 0.7));
        FxTasks tasks = new FxTasks(Runnable::run, Platform::runLater, Throwable::printStackTrace);
        model = new TrainViewModel(() -> Optional.of(files), Runnable::run, host, tasks);
        TrainWorkspace workspace = new TrainWorkspace(
                model,
                new RunsViewModel(Optional::empty, tasks),
                new ComparisonModel(new InProcessDetectionHost((weights, device) -> null), tasks),
                tasks,
                settings(),
                opened -> {},
                inspected::add);
        stage.setScene(new Scene((Parent) workspace.content(), 1300, 900));
        // TestFX hands every test the same stage, with the size the one before left.
        stage.setWidth(1300);
        stage.setHeight(900);
        stage.show();
        stage.requestFocus();
        workspace.shown();
    }

    private SettingsStore settings() {
        return SettingsStore.open(folder.resolve("settings.json"), Runnable::run);
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        Steady.until(condition);
    }

    private void train(FxRobot robot) throws Exception {
        await(() -> !robot.lookup("#train-button").queryButton().isDisabled());
        Steady.clickOn(robot, robot.lookup("#train-button").<Node>query());
        await(() -> !host.started.isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** How many pixels of a chart are painted in about the given colour. */
    private static long inked(FxRobot robot, String chart, Color wanted) {
        WritableImage[] image = new WritableImage[1];
        Node node = robot.lookup(chart).query();
        robot.interact(() -> image[0] = node.snapshot(null, null));
        long count = 0;
        for (int y = 0; y < image[0].getHeight(); y++) {
            for (int x = 0; x < image[0].getWidth(); x++) {
                Color found = image[0].getPixelReader().getColor(x, y);
                double distance = Math.abs(found.getRed() - wanted.getRed())
                        + Math.abs(found.getGreen() - wanted.getGreen())
                        + Math.abs(found.getBlue() - wanted.getBlue());
                count += distance < 0.08 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    @DisplayName("Train starts a run, and each batch of events makes the curve longer")
    void chartMoves(FxRobot robot) throws Exception {
        Color training = Color.web("#0072b2");
        train(robot);
        await(() -> inked(robot, "#total-chart", training) == 0);
        host.tell(PlausibleRun.unfinished(20, 2));
        await(() -> inked(robot, "#total-chart", training) > 200);
        host.tell(PlausibleRun.unfinished(20, 6).subList(43, 127));
        await(() -> robot.lookup("#epoch-log").queryListView().getItems().size() == 6);
        await(() -> inked(robot, "#scores-chart", Color.web("#00835f")) > 100);
    }

    @Test
    @DisplayName("while it is not known what chosen weights change, the button says so and starts nothing")
    void unsettled(FxRobot robot) throws Exception {
        Button train = robot.lookup("#train-button").queryButton();
        await(() -> !train.isDisabled());
        robot.interact(() -> model.setup().beginEdit());
        assertEquals("Reading weights…", train.getText());
        assertTrue(train.isDisabled());
        robot.interact(() -> model.setup().edit(MemoryFiles.config("balanced")));
        assertEquals("Train", train.getText());
        assertFalse(train.isDisabled());
    }

    @Test
    @DisplayName("the stop button asks the worker to stop")
    void stop(FxRobot robot) throws Exception {
        train(robot);
        host.tell(PlausibleRun.unfinished(20, 1));
        await(() -> robot.lookup("#stop-button").query().isVisible());
        Steady.clickOn(robot, robot.lookup("#stop-button").<Node>query());
        await(() -> !host.stops.isEmpty());
        assertEquals(List.of(StopSignal.When.AFTER_STEP), host.stops);
    }

    @Test
    @DisplayName("where memory was short a button trains again with less")
    void lessMemory(FxRobot robot) throws Exception {
        train(robot);
        assertFalse(robot.lookup("#train-lighter").query().isVisible());
        String said = "Training ran out of memory.";
        files.runs.add(0, MemoryFiles.summary(files.nextId, "quick", RunState.FAILED, said, -1));
        host.tell(List.of(new RunEvent.Ended(RunState.FAILED, said, 0, Optional.of(RunEvent.Lack.MEMORY))));
        host.exit(WorkerExit.of(WorkerExit.CODE_OUT_OF_MEMORY, Optional.of(said), Path.of("runs", "worker.log")));
        await(() -> robot.lookup("#train-lighter").query().isVisible());
        Steady.clickOn(robot, robot.lookup("#train-lighter").<Node>query());
        await(() -> host.started.size() == 2);
        assertEquals(files.nextId + "-smaller", host.started.get(1).directory().id());
    }

    @Test
    @DisplayName(
            "a run that memory was enough for until it did an epoch goes on from there, rather than begin anew with less")
    void memoryAfterAnEpoch(FxRobot robot) throws Exception {
        train(robot);
        host.tell(PlausibleRun.unfinished(20, 1));
        files.runs.add(0, MemoryFiles.summary(files.nextId, "quick", RunState.FAILED, "Killed.", 0.2));
        host.tell(List.of(new RunEvent.Ended(RunState.FAILED, "Killed.", 1, Optional.of(RunEvent.Lack.MEMORY))));
        host.exit(WorkerExit.of(137, Optional.empty(), Path.of("runs", "worker.log")));
        await(() -> robot.lookup("#resume-button").query().isVisible());
        assertFalse(robot.lookup("#train-lighter").query().isVisible());
    }

    @Test
    @DisplayName("a crash is told in a sentence and the button is ready again")
    void crash(FxRobot robot) throws Exception {
        train(robot);
        host.tell(PlausibleRun.unfinished(20, 1));
        host.exit(WorkerExit.of(139, Optional.empty(), Path.of("runs", "worker.log")));
        Label text = robot.lookup("#run-text").queryAs(Label.class);
        await(() -> text.getText().contains("crashed in native code"));
        assertTrue(text.getText().contains("annotations are untouched"));
        Button again = robot.lookup("#train-button").queryButton();
        await(() -> !again.isDisabled());
        await(() -> !robot.lookup("#stop-button").query().isVisible());
    }

    @Test
    @DisplayName("a run begun elsewhere appears in the list while one looks on")
    void begunElsewhere(FxRobot robot) throws Exception {
        ListView<?> runs = robot.lookup("#run-list").queryListView();
        await(() -> runs.getItems().size() == 1);
        robot.interact(() -> files.runs.add(MemoryFiles.summary("theirs", "quick", RunState.PAUSED, "", 0.4)));
        await(() -> runs.getItems().size() == 2);
    }

    @Test
    @DisplayName("what was begun by the keyboard is not stopped by it: the focus lands on no button")
    void focus(FxRobot robot) throws Exception {
        Node resume = robot.lookup("#resume-button").query();
        await(resume::isVisible);
        robot.interact(resume::requestFocus);
        robot.type(KeyCode.SPACE);
        await(() -> !host.started.isEmpty());
        host.tell(PlausibleRun.unfinished(20, 1));
        await(() -> robot.lookup("#stop-button").query().isVisible());
        robot.type(KeyCode.ENTER, KeyCode.SPACE);
        assertTrue(host.stops.isEmpty());
        assertFalse(resume.getScene().getFocusOwner() instanceof ButtonBase);
    }

    @Test
    @DisplayName("the buttons of a run stand at the right edge, also after one with more of them")
    void buttonsAtTheEdge(FxRobot robot) throws Exception {
        Node resume = robot.lookup("#resume-button").query();
        await(resume::isVisible);
        robot.interact(() -> files.runs.add(0, MemoryFiles.summary("bare", "quick", RunState.FAILED, "Closed.", -1)));
        ListView<?> runs = robot.lookup("#run-list").queryListView();
        await(() -> runs.getItems().size() == 2);
        for (int i = 0; i < 2; i++) {
            int row = i;
            robot.interact(() -> runs.getSelectionModel().select(row));
            WaitForAsyncUtils.waitForFxEvents();
            Node header = robot.lookup(".run-header").query();
            Node last = robot.lookup("#look-button").query();
            double edge = last.localToScene(last.getBoundsInLocal()).getMaxX();
            double end = header.localToScene(header.getBoundsInLocal()).getMaxX();
            assertTrue(end - edge < 30, () -> "free at the end of row " + row + ": " + (end - edge));
        }
    }

    @Test
    @DisplayName("when a run ends no button comes to where Stop was, and those that are there stay where they are")
    void nothingMovesUnderTheMouse(FxRobot robot) throws Exception {
        train(robot);
        host.tell(PlausibleRun.unfinished(20, 1));
        Node look = robot.lookup("#look-button").query();
        Node stop = robot.lookup("#stop-button").query();
        await(() -> look.isVisible() && stop.isVisible());
        Bounds stopped = onScreen(stop);
        Bounds looked = onScreen(look);
        files.runs.add(0, MemoryFiles.summary(files.nextId, "quick", RunState.STOPPED, "Done.", 0.2));
        host.tell(List.of(new RunEvent.Ended(RunState.STOPPED, "Done.", 1)));
        host.exit(WorkerExit.of(WorkerExit.CODE_STOPPED, Optional.of("Done."), Path.of("runs", "worker.log")));
        await(() -> !stop.isVisible() && robot.lookup("#resume-button").query().isVisible());
        assertEquals(looked, onScreen(look));
        for (ButtonBase button :
                robot.lookup(node -> node instanceof ButtonBase && seen(node)).<ButtonBase>queryAll()) {
            assertFalse(onScreen(button).intersects(stopped), () -> button + " is where Stop was");
        }
    }

    @Test
    @DisplayName("a narrow window cuts off no button of a training")
    void narrowWindow(FxRobot robot) throws Exception {
        train(robot);
        host.tell(PlausibleRun.unfinished(20, 1));
        Node look = robot.lookup("#look-button").query();
        Node stop = robot.lookup("#stop-button").query();
        await(() -> look.isVisible() && stop.isVisible());
        Stage stage = (Stage) stop.getScene().getWindow();
        assertTrue(robot.lookup("#run-speed").query().isVisible(), "there is room for all figures");
        robot.interact(() -> stage.setWidth(NARROW));
        await(() -> stop.getScene().getWidth() <= NARROW);
        for (Node button : List.of(look, stop)) {
            double right =
                    Steady.node(button).localToScene(button.getLayoutBounds()).getMaxX();
            assertTrue(right <= NARROW, () -> button + " ends at " + right);
        }
    }

    private static boolean seen(Node node) {
        return node == null || node.isVisible() && seen(node.getParent());
    }

    private static Bounds onScreen(Node node) {
        return Steady.node(node).localToScreen(node.getLayoutBounds());
    }

    @Test
    @DisplayName("choosing an earlier run draws it, and its results can be looked at")
    void earlierRun(FxRobot robot) throws Exception {
        ListView<?> runs = robot.lookup("#run-list").queryListView();
        await(() -> runs.getItems().size() == 1);
        robot.interact(() -> runs.getSelectionModel().select(0));
        await(() -> inked(robot, "#scores-chart", Color.web("#00835f")) > 100);
        Steady.clickOn(robot, robot.lookup("#look-button").<Node>query());
        await(() -> inspected.size() == 1);
        assertEquals("old-run", inspected.get(0).id());
    }
}
