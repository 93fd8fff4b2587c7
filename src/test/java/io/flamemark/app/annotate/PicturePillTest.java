package io.flamemark.app.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.PictureAttributes;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.app.Steady;
import io.flamemark.app.project.ProjectModel;
import io.flamemark.app.task.FxTasks;
import io.flamemark.edit.PictureEdits;
import io.flamemark.imaging.ImageDecoderTest;
import io.flamemark.imaging.Levels;
import io.flamemark.imaging.PictureFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A plain picture, a TIF of 16 bits with two pages, a turned JPG. Background work is done at once. */
@ExtendWith(ApplicationExtension.class)
class PicturePillTest {

    @TempDir
    static Path folder;

    private final ProjectModel project = new ProjectModel();
    private AnnotateModel model;
    private PicturePill pill;

    @Start
    void start(Stage stage) throws Exception {
        Files.write(folder.resolve("plain.png"), Files.readAllBytes(ImageDecoderTest.fixture("rgb.png")));
        Files.write(folder.resolve("turned.jpg"), Files.readAllBytes(ImageDecoderTest.fixture("orientation-6.jpg")));
        PictureFiles.tif(
                folder.resolve("deep.tif"),
                false,
                List.of(
                        PictureFiles.deep(3, 1, 1, 1000, 1500, 2000),
                        PictureFiles.deep(2, 2, 1, 0, 65_535, 30_000, 40_000)));
        FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, e -> {
            throw new AssertionError(e);
        });
        model = new AnnotateModel(project, new Pictures(tasks, project::locator));
        StackPane canvas = new StackPane();
        pill = new PicturePill(model, canvas);
        canvas.getChildren().add(pill);
        List<ImageEntry> images = List.of("plain.png", "deep.tif", "turned.jpg").stream()
                .map(PicturePillTest::entry)
                .toList();
        project.open(new Project("p", images, AttributeSchema.empty(), ""), folder.resolve("via_project.json"));
        stage.setScene(new Scene(canvas, 600, 200));
        stage.show();
    }

    private static ImageEntry entry(String name) {
        return new ImageEntry(new ImageId(name), name, 1, List.of(), Map.of());
    }

    @Test
    @DisplayName("nothing to choose for a plain picture; levels and pages for a deep one with two")
    void shows(FxRobot robot) {
        assertFalse(pill.isVisible());
        robot.interact(() -> model.show(new ImageId("deep.tif")));
        assertTrue(pill.isVisible());
        assertTrue(robot.lookup("#levels").query().isVisible());
        assertEquals("Page 1 of 2", robot.lookup("#page-label").queryLabeled().getText());
        robot.interact(() -> model.show(new ImageId("turned.jpg")));
        assertFalse(pill.isVisible());
    }

    @Test
    @DisplayName("levels: auto fits the image, the slider leads, full is as it was; the project does not change")
    void levels(FxRobot robot) {
        robot.interact(() -> model.show(new ImageId("deep.tif")));
        assertEquals(4, red(0));
        Steady.clickOn(robot, robot.lookup("#levels-auto").<Node>query());
        assertEquals(new Levels(1000, 2000), model.levelsProperty().get());
        assertEquals(List.of(0, 128, 255), List.of(red(0), red(1), red(2)));
        RangeSlider slider = robot.lookup("#levels").query();
        assertEquals(1000, slider.getLowValue());
        robot.interact(() -> slider.setLowValue(1500));
        assertEquals(List.of(0, 0, 255), List.of(red(0), red(1), red(2)));
        assertTrue(
                robot.lookup(".levels-label").queryAs(Labeled.class).getText().contains("1500"));
        Steady.clickOn(robot, robot.lookup("#levels-full").<Node>query());
        assertEquals(4, red(0));
        assertFalse(project.dirtyProperty().get());
    }

    @Test
    @DisplayName("another page is another picture, kept with the image, undone like any edit")
    void pages(FxRobot robot) {
        robot.interact(() -> model.show(new ImageId("deep.tif")));
        Steady.clickOn(robot, robot.lookup("#next-page").<Node>query());
        assertEquals("Page 2 of 2", robot.lookup("#page-label").queryLabeled().getText());
        assertEquals(2, ready().image().getWidth());
        assertEquals(
                "2",
                model.image()
                        .orElseThrow()
                        .attributes()
                        .get(PictureAttributes.PAGE)
                        .display());
        assertTrue(robot.lookup("#next-page").query().isDisabled());
        robot.interact(() -> project.session().undo());
        assertEquals(3, ready().image().getWidth());
        assertFalse(project.dirtyProperty().get());
    }

    @Test
    @DisplayName("as stored, the whole project is, and back")
    void orientation(FxRobot robot) {
        robot.interact(() -> model.show(new ImageId("turned.jpg")));
        assertEquals(32, ready().image().getWidth());
        robot.interact(() -> model.apply(PictureEdits.orientation(project.project(), false)));
        assertEquals(16, ready().image().getWidth());
        assertFalse(PictureAttributes.isUpright(project.project().images().get(0)));
        robot.interact(() -> model.apply(PictureEdits.orientation(project.project(), true)));
        assertEquals(32, ready().image().getWidth());
    }

    @Test
    @DisplayName("outlines that fit only the other way up are warned of when the picture is shown")
    void otherWayUp(FxRobot robot) {
        Region low = new Region(new RegionId(1), new Shape.Rectangle(2, 20, 8, 10), Map.of());
        ImageEntry stored = entry("turned.jpg").withRegions(List.of(low));
        Project next = project.project().withImage(stored);
        robot.interact(() -> project.open(next, folder.resolve("via_project.json")));
        robot.interact(() -> model.show(stored.id()));
        assertTrue(model.hintProperty().get().contains("turned otherwise"));
    }

    private Picture.Ready ready() {
        return (Picture.Ready) model.pictureProperty().get();
    }

    private int red(int x) {
        return ready().image().getPixelReader().getArgb(x, 0) >> 16 & 0xff;
    }
}
