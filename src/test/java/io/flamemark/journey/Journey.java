package io.flamemark.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.AppContext;
import io.flamemark.app.OpenedWindow;
import io.flamemark.app.Steady;
import io.flamemark.app.canvas.ImageCanvas;
import io.flamemark.host.DetectionHost;
import io.flamemark.host.ForkedDetectionHost;
import io.flamemark.host.ForkedRunHost;
import io.flamemark.host.RunHost;
import io.flamemark.host.TestWorkers;
import io.flamemark.host.WorkerLauncher;
import io.flamemark.host.WorkerTimes;
import io.flamemark.launch.WorkerMain;
import io.flamemark.settings.SettingsStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The program as a person has it before them: the real window, its network in real workers, a robot's hands. */
final class Journey implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final String UNSAVED = "● ";

    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final RunHost runs;
    private final DetectionHost detection;
    private final OpenedWindow window;

    /** Opens the window on a project, as the program does. On the window's thread. */
    Journey(Stage stage, Path settings, Path project) {
        this.stage = stage;
        WorkerLauncher launcher = TestWorkers.of(WorkerMain.class);
        runs = new ForkedRunHost(launcher, WorkerTimes.standard());
        detection = new ForkedDetectionHost(launcher, WorkerTimes.standard(), settings.resolve("detector.log"));
        SettingsStore store = SettingsStore.open(settings.resolve("settings.json"), Runnable::run);
        store.update(s -> s.withWelcomed(true));
        window =
                new OpenedWindow(stage, new AppContext(runs, detection, store, Optional.of(project), Optional.empty()));
    }

    DetectionHost detection() {
        return detection;
    }

    /** What choosing a file to open does; it may ask, which is then to be answered. */
    void open(Path project) {
        WaitForAsyncUtils.asyncFx(() -> window.open(project));
    }

    String title() {
        return onWindow(stage::getTitle);
    }

    /** What a click on the cross of the window does; it may ask, which is then to be answered. */
    void leave() {
        WaitForAsyncUtils.asyncFx(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    boolean isShown() {
        return onWindow(stage::isShowing);
    }

    boolean isUnsaved() {
        return title().startsWith(UNSAVED);
    }

    /** A node of the window or a dialog by its id; waits for it to be there. */
    <T extends Node> T find(String id, Class<T> kind) {
        return findFirst(id, kind, node -> id.equals(node.getId()));
    }

    /** The first node with a style class; waits for it to be there. */
    <T extends Node> T findStyled(String style, Class<T> kind) {
        return findFirst("." + style, kind, node -> node.getStyleClass().contains(style));
    }

    private <T extends Node> T findFirst(String what, Class<T> kind, Predicate<Node> wanted) {
        await(what, () -> robot.lookup(wanted).tryQuery().isPresent());
        return kind.cast(robot.lookup(wanted).query());
    }

    String text(String id) {
        Label label = find(id, Label.class);
        return onWindow(label::getText);
    }

    /** What a list holds. */
    List<?> list(String id) {
        ListView<?> list = find(id, ListView.class);
        return onWindow(() -> List.copyOf(list.getItems()));
    }

    /** The texts to read in the part of the window with this style class. */
    String wordsIn(String style) {
        Node part = findStyled(style, Node.class);
        return onWindow(() ->
                robot
                        .from(part)
                        .lookup((Node node) -> node instanceof Labeled && node.isVisible())
                        .<Node>queryAll()
                        .stream()
                        .map(node -> ((Labeled) node).getText())
                        .collect(Collectors.joining("\n")));
    }

    /** Clicks as soon as it can be clicked. */
    void click(String id) {
        Node node = find(id, Node.class);
        await("a click on " + id, () -> node.isVisible() && !node.isDisabled());
        Steady.clickOn(robot, node);
    }

    /** Clicks on the line of a list that says this among other things. */
    void clickCell(String part) {
        Cell<?> cell = findFirst(
                "\"" + part + "\"",
                Cell.class,
                node -> node instanceof Cell<?> line
                        && line.getText() != null
                        && line.getText().contains(part));
        Steady.clickOn(robot, cell);
    }

    void chooseFromMenu(String menu, String item) {
        robot.clickOn(named(menu)).clickOn(named(item));
    }

    /** By what it says on the screen; in the text itself, an underscore marks the letter for Alt. */
    private static Predicate<Node> named(String text) {
        return node -> node instanceof Labeled labeled
                && labeled.getText() != null
                && labeled.getText().replace("_", "").equals(text);
    }

    void press(KeyCode... keys) {
        robot.push(keys);
    }

    /** A node as it is painted now. */
    Painted painted(String id) {
        Node node = find(id, Node.class);
        return onWindow(() -> Painted.of(node.snapshot(null, null)));
    }

    /** Draws a polygon with mouse clicks at places of the image, and Enter; x and y by turns, in its pixels. */
    void draw(double... image) {
        click("annotate-draw");
        ToggleButton tool = find("annotate-draw", ToggleButton.class);
        await("the tool", () -> onWindow(tool::isSelected));
        Steady.node(canvasWithImage("annotate-canvas"));
        for (int i = 0; i < image.length; i += 2) {
            robot.clickOn(onScreen(image[i], image[i + 1]));
        }
        robot.push(KeyCode.ENTER);
        await("the polygon", this::isUnsaved);
    }

    private Point2D onScreen(double x, double y) {
        ImageCanvas canvas = canvasWithImage("annotate-canvas");
        return onWindow(() -> canvas.localToScreen(
                canvas.viewport().toScreenX(x), canvas.viewport().toScreenY(y)));
    }

    /** A canvas once it shows an image. */
    ImageCanvas canvasWithImage(String id) {
        ImageCanvas canvas = find(id, ImageCanvas.class);
        await("an image in " + id, () -> onWindow(canvas::image) != null);
        return canvas;
    }

    /** Saves with the keyboard and waits until it is done. */
    void save() {
        press(KeyCode.CONTROL, KeyCode.S);
        await("the saved project", () -> !isUnsaved());
    }

    /** The text of the dialog with this header, once it is there. */
    String dialog(String header) {
        return onWindow(dialogPane(header)::getContentText);
    }

    /** Answers the dialog with this header by a click, and waits until it is gone. */
    void answer(String header, String button) {
        DialogPane pane = dialogPane(header);
        Steady.clickOn(robot, robot.from(pane).lookup(button).queryButton());
        await(
                "the end of " + header,
                () -> robot.lookup((Node node) -> node == pane).tryQuery().isEmpty());
    }

    private DialogPane dialogPane(String header) {
        return findFirst(
                "the dialog \"" + header + "\"",
                DialogPane.class,
                node -> node instanceof DialogPane pane && header.equals(pane.getHeaderText()));
    }

    /** Sets up a tiny network in the advanced settings, as a person can. */
    void chooseTinyNetwork(int epochs, int stepsPerEpoch) {
        AdvancedSettings settings = AdvancedSettings.unfold(this);
        TinyTraining.settings(epochs, stepsPerEpoch).forEach(settings::enter);
    }

    /** Waits, within reason. */
    void await(String what, Callable<Boolean> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!holds(condition)) {
            assertTrue(System.nanoTime() < end, "waited in vain for " + what);
            // Some conditions are dear to look at, and what is waited for needs the processor too.
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    <T> T onWindow(Callable<T> reading) {
        return WaitForAsyncUtils.waitForAsyncFx(1000L * PATIENCE_SECONDS, reading);
    }

    /** Ends the workers; fails where the program had a failure nobody foresaw. */
    @Override
    public void close() {
        detection.close();
        runs.close();
        WaitForAsyncUtils.waitForFxEvents();
        window.close();
        assertEquals(List.of(), window.unexpected());
    }
}
