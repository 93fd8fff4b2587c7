package io.flamemark.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.app.canvas.ImageCanvas;
import io.flamemark.app.task.FxTasks;
import io.flamemark.format.ProjectFile;
import io.flamemark.geometry.Point;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.RgbImage;
import io.flamemark.settings.Settings;
import io.flamemark.settings.SettingsStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window, worked as a person works it: with the mouse on the canvas and the keyboard. */
@ExtendWith(ApplicationExtension.class)
class AppWindowTest {

    private static final int SKY = 0x3060a0;
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;

    @TempDir
    static Path folder;

    private final ExecutorService background = FxTasks.daemonPool();
    private final NoHosts hosts = new NoHosts();
    private Stage stage;
    private AppWindow window;
    private ImageCanvas canvas;
    private Path file;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        int[] pixels = new int[WIDTH * HEIGHT];
        Arrays.fill(pixels, SKY);
        ImageEncoder.write(new RgbImage(WIDTH, HEIGHT, pixels), folder.resolve("sky.png"), 1);
        file = folder.resolve("via_project.json");
        ProjectFile.create(file, emptyProject());
        SettingsStore settings = SettingsStore.open(folder.resolve("settings.json"), Runnable::run);
        settings.update(s -> s.withWelcomed(true).withWindow(new Settings.WindowSize(1200, 800, false)));
        AppContext context =
                new AppContext(hosts.runs(), hosts.detection(), settings, Optional.of(file), Optional.empty());
        FxTasks tasks = FxTasks.onWindow(background, e -> {
            throw new AssertionError(e);
        });
        window = new AppWindow(stage, context, tasks, folder -> {});
        window.show();
    }

    @BeforeEach
    void awaitImage(FxRobot robot) throws Exception {
        canvas = robot.lookup("#annotate-canvas").queryAs(ImageCanvas.class);
        await(() -> canvas.image() != null);
        robot.interact(canvas::requestFocus);
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(window.document()::close);
        background.shutdownNow();
    }

    @Test
    @DisplayName("a polygon drawn with the mouse colours its inside, is undone and redone by keys, saved and reopened")
    void drawUndoSave(FxRobot robot) throws Exception {
        robot.type(KeyCode.W);
        click(robot, 100, 100);
        click(robot, 300, 100);
        click(robot, 200, 250);
        click(robot, 100, 100);
        assertEquals(1, project().regionCount());
        assertDrawn(robot, true);

        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertEquals(0, project().regionCount());
        assertDrawn(robot, false);
        robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
        assertEquals(1, project().regionCount());
        assertDrawn(robot, true);

        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        await(() -> !window.project().dirtyProperty().get());
        Project reopened = ProjectFile.open(file).project();
        Region region = reopened.images().get(0).regions().get(0);
        assertEquals(shapeDrawn(), region.shape());
        assertEquals("fire", ClassScheme.of(reopened).classOf(region));
    }

    @Test
    @DisplayName("two points and Enter: nothing is made, and a sentence says why")
    void twoPoints(FxRobot robot) {
        robot.type(KeyCode.W);
        click(robot, 100, 100);
        click(robot, 300, 100);
        robot.type(KeyCode.ENTER);
        assertEquals(0, project().regionCount());
        Labeled hint = robot.lookup("#canvas-hint").queryLabeled();
        assertTrue(hint.isVisible() && hint.getText().contains("three points"), hint.getText());
    }

    @Test
    @DisplayName("a vertex is dragged, an edge's middle becomes a vertex, arrows move, Delete deletes")
    void change(FxRobot robot) {
        robot.type(KeyCode.W);
        click(robot, 100, 100);
        click(robot, 300, 100);
        click(robot, 200, 250);
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.S);
        drag(robot, 300, 100, 320, 60);
        assertVertex(1, 320, 60);
        drag(robot, 150, 175, 120, 200);
        assertVertex(3, 120, 200);
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
        assertVertex(1, 322, 61);
        robot.type(KeyCode.DELETE);
        assertEquals(0, project().regionCount());
    }

    @Test
    @DisplayName("letters typed in the filter are text, not commands")
    void typing(FxRobot robot) {
        Steady.clickOn(robot, robot.lookup("#image-filter").<Node>query()).write("wnd");
        assertEquals(
                "wnd", robot.lookup("#image-filter").queryTextInputControl().getText());
        ToggleButton draw = robot.lookup("#annotate-draw").queryAs(ToggleButton.class);
        assertFalse(draw.isSelected());
        Steady.clickOn(robot, canvas).type(KeyCode.W);
        assertTrue(draw.isSelected());
    }

    @Test
    @DisplayName("the palette finds a command by a part of its name and does it")
    void palette(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.P).release(KeyCode.SHIFT, KeyCode.CONTROL);
        assertTrue(robot.lookup("#command-palette").tryQuery().isPresent());
        robot.write("train works").type(KeyCode.ENTER);
        assertTrue(robot.lookup("#command-palette").tryQuery().isEmpty());
        assertTrue(
                robot.lookup(".train-workspace").tryQuery().map(Node::isVisible).orElse(false));
        assertSame(
                robot.lookup(".train-workspace").query(),
                stage.getScene().getFocusOwner(),
                "a key pressed too often starts nothing");
    }

    @Test
    @DisplayName("the sheet about the program says what it runs on, and Esc closes it")
    void about(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.P).release(KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write("about").type(KeyCode.ENTER);
        Node sheet = robot.lookup("#about").query();
        assertTrue(sheet.lookupAll(".label").stream()
                .anyMatch(label -> ((Labeled) label).getText().startsWith("PyTorch ")));
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#about").tryQuery().isEmpty());
    }

    @Test
    @DisplayName("a project that cannot be read is named in a dialog; the open one stays")
    void badProject(FxRobot robot) throws Exception {
        Path bad = folder.resolve("broken.json");
        Files.writeString(bad, "{\"_via_settings\": {");
        robot.interact(() -> window.document().open(bad));
        await(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        String text = robot.lookup(".dialog-pane .content").queryLabeled().getText();
        assertTrue(text.contains("broken.json") && text.contains("line 1"), text);
        robot.type(KeyCode.ESCAPE);
        assertEquals(file, window.project().path().orElseThrow());
        assertEquals(1, project().images().size());
    }

    private static Project emptyProject() throws Exception {
        long size = Files.size(folder.resolve("sky.png"));
        ImageEntry image = new ImageEntry(new ImageId("sky.png" + size), "sky.png", size, List.of(), Map.of());
        return new Project("test", List.of(image), AttributeSchema.empty(), "");
    }

    private Project project() {
        return window.project().project();
    }

    private Shape shapeDrawn() {
        return project().images().get(0).regions().get(0).shape();
    }

    private void click(FxRobot robot, double imageX, double imageY) {
        robot.clickOn(onScreen(imageX, imageY));
    }

    private void drag(FxRobot robot, double fromX, double fromY, double toX, double toY) {
        robot.drag(onScreen(fromX, fromY)).dropTo(onScreen(toX, toY));
    }

    private Point2D onScreen(double imageX, double imageY) {
        return canvas.localToScreen(
                canvas.viewport().toScreenX(imageX), canvas.viewport().toScreenY(imageY));
    }

    private void assertVertex(int index, double x, double y) {
        Point vertex = ((Shape.Polygon) shapeDrawn()).outline().vertices().get(index);
        assertEquals(x, vertex.x(), 1, vertex::toString);
        assertEquals(y, vertex.y(), 1, vertex::toString);
    }

    /** Looks at a pixel inside the drawn triangle, away from its outline and handles. */
    private void assertDrawn(FxRobot robot, boolean drawn) {
        robot.moveTo(canvas, Pos.TOP_LEFT, new Point2D(5, 5), Motion.DIRECT);
        Color inside = pixel(robot, 200, 150);
        Color outside = pixel(robot, 40, 40);
        assertEquals(Color.web("#3060a0"), outside);
        assertEquals(drawn, !inside.equals(outside), () -> "inside " + inside + ", outside " + outside);
        if (drawn) {
            assertTrue(inside.getGreen() > outside.getGreen(), inside::toString);
        }
    }

    private Color pixel(FxRobot robot, double imageX, double imageY) {
        WaitForAsyncUtils.waitForFxEvents();
        Point2D at = canvas.localToScene(
                canvas.viewport().toScreenX(imageX), canvas.viewport().toScreenY(imageY));
        return WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> stage.getScene().snapshot(null).getPixelReader().getColor((int) at.getX(), (int) at.getY()));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Steady.until(condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
