package io.flamemark.app.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.app.project.ProjectModel;
import io.flamemark.app.task.FxTasks;
import io.flamemark.edit.Edit;
import io.flamemark.edit.Projects;
import io.flamemark.geometry.Point;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workspace without a window; background work is done at once. */
class AnnotateModelTest {

    @TempDir
    Path folder;

    private final ProjectModel project = new ProjectModel();
    private AnnotateModel model;
    private RegionActions actions;

    @BeforeEach
    void open() throws IOException {
        RgbImage picture = new RgbImage(200, 100, new int[200 * 100]);
        ImageEncoder.write(picture, folder.resolve("a.jpg"), 0.9);
        ImageEncoder.write(picture, folder.resolve("b.jpg"), 0.9);
        FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, e -> {
            throw new AssertionError(e);
        });
        model = new AnnotateModel(project, new Pictures(tasks, project::locator));
        actions = new RegionActions(model);
        project.open(Projects.twoImages(), folder.resolve("via_project.json"));
    }

    @Test
    @DisplayName("the first image of an opened project is shown")
    void opens() {
        assertEquals(Projects.FIRST, current());
        assertInstanceOf(Picture.Ready.class, model.pictureProperty().get());
        assertEquals(List.of(Projects.FIRST, Projects.SECOND), model.images().shown());
    }

    @Test
    @DisplayName("a file that is opened once more comes with the image that was being looked at")
    void opensAgain() {
        model.go(1);
        project.open(Projects.twoImages(), folder.resolve("via_project.json"));
        assertEquals(Projects.SECOND, current());
        project.open(Projects.twoImages(), folder.resolve("other.json"));
        assertEquals(Projects.FIRST, current());
    }

    @Test
    @DisplayName("a missing and a damaged image say so by name; the others are not affected")
    void badImages() throws IOException {
        Files.writeString(folder.resolve("a.jpg"), "no image");
        project.open(Projects.twoImages(), folder.resolve("via_project.json"));
        Picture.Unavailable damaged = assertInstanceOf(
                Picture.Unavailable.class, model.pictureProperty().get());
        assertTrue(damaged.sentence().contains("a.jpg"), damaged.sentence());
        Files.delete(folder.resolve("a.jpg"));
        project.open(Projects.twoImages(), folder.resolve("via_project.json"));
        assertTrue(
                ((Picture.Unavailable) model.pictureProperty().get()).sentence().contains("a.jpg"));
        model.go(1);
        assertInstanceOf(Picture.Ready.class, model.pictureProperty().get());
        assertEquals(2, project.project().images().get(0).regions().size());
    }

    @Test
    @DisplayName("undo of a change elsewhere goes to that image and selects what changed")
    void undoTravels() {
        model.select(Set.of(Projects.ONE));
        actions.delete();
        model.go(1);
        assertEquals(Projects.SECOND, current());
        project.session().undo();
        assertEquals(Projects.FIRST, current());
        assertEquals(Set.of(Projects.ONE), model.selection());
    }

    @Test
    @DisplayName("a half drawn polygon keeps its image until it is finished or left")
    void keepsDraft() {
        model.choose(new PolygonTool());
        press(120, 20);
        model.go(1);
        assertEquals(Projects.FIRST, current());
        assertTrue(model.hintProperty().get().contains("Enter"));
        model.input(new Input.Cancel(), 1);
        model.go(1);
        assertEquals(Projects.SECOND, current());
    }

    @Test
    @DisplayName("nudges in a row are one step; another selection begins the next")
    void nudges() {
        model.select(Set.of(Projects.ONE));
        actions.nudge(1, 0, 1);
        actions.nudge(1, 0, 1);
        model.select(Set.of(Projects.TWO));
        actions.nudge(0, 1, 1);
        project.session().undo();
        project.session().undo();
        assertEquals(Projects.twoImages(), project.project());
    }

    @Test
    @DisplayName("a copy lies aside on the same image, in place on another, and is another region")
    void copyPaste() {
        model.select(Set.of(Projects.ONE));
        actions.copy();
        actions.paste(1);
        assertEquals(3, regions().size());
        assertEquals(22, regions().get(2).shape().bounds().orElseThrow().x1());
        model.go(1);
        actions.paste(1);
        assertEquals(22, regions().get(0).shape().bounds().orElseThrow().x1());
        assertEquals(Set.of(regions().get(0).id()), model.selection());
    }

    @Test
    @DisplayName("Tab goes round the regions, both ways")
    void selectNext() {
        actions.selectNext(1);
        assertEquals(Set.of(Projects.ONE), model.selection());
        actions.selectNext(1);
        actions.selectNext(1);
        assertEquals(Set.of(Projects.ONE), model.selection());
        actions.selectNext(-1);
        assertEquals(Set.of(Projects.TWO), model.selection());
    }

    @Test
    @DisplayName("a class given to a region is the class of the next one drawn")
    void classes() {
        model.select(Set.of(Projects.TWO));
        actions.assignClass("smoke");
        model.choose(new PolygonTool());
        press(100, 10);
        press(150, 10);
        press(150, 60);
        model.input(new Input.Finish(), 1);
        ClassScheme scheme = project.classesProperty().get();
        assertEquals(
                List.of("fire", "smoke", "smoke"),
                regions().stream().map(scheme::classOf).toList());
        actions.assignClass(0);
        assertEquals("fire", project.classesProperty().get().classOf(regions().get(2)));
    }

    @Test
    @DisplayName("the filter finds images, and drawing on one does not make it vanish")
    void filter() {
        model.images().presetProperty().set(ImageListModel.Preset.WITHOUT_REGIONS);
        assertEquals(List.of(Projects.SECOND), model.images().shown());
        model.show(Projects.SECOND);
        model.apply(
                new Edit.AddRegions(Projects.SECOND, List.of(Projects.square(new RegionId(40), 5)), "draw a polygon"));
        assertEquals(List.of(Projects.SECOND), model.images().shown());
        model.images().presetProperty().set(ImageListModel.Preset.ALL);
        model.images().textProperty().set("A.J");
        assertEquals(List.of(Projects.FIRST), model.images().shown());
    }

    @Test
    @DisplayName("with its image removed from the project, another one is shown")
    void removeImage() {
        model.apply(new Edit.RemoveImages(Set.of(Projects.FIRST)));
        assertEquals(Projects.SECOND, current());
        project.session().undo();
        assertEquals(2, model.images().shown().size());
    }

    private ImageId current() {
        return model.image().orElseThrow().id();
    }

    private List<Region> regions() {
        return model.image().orElseThrow().regions();
    }

    private void press(double x, double y) {
        model.input(new Input.Press(new Point(x, y), false, false, 1), 1);
        model.input(new Input.Release(new Point(x, y)), 1);
    }
}
