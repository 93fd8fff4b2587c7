package io.flamemark.app.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.SplitAttribute;
import io.flamemark.app.Steady;
import io.flamemark.app.project.ProjectModel;
import io.flamemark.app.task.FxTasks;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Two columns of tiles in a panel that shows a few rows of a hundred images. */
@ExtendWith(ApplicationExtension.class)
class ImageListPaneTest {

    private static final int IMAGES = 100;

    private AnnotateModel model;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        FxTasks tasks = new FxTasks(work -> {}, Platform::runLater, Throwable::printStackTrace);
        ProjectModel project = new ProjectModel();
        List<ImageEntry> images =
                IntStream.range(0, IMAGES).mapToObj(ImageListPaneTest::image).toList();
        project.open(new Project("test", images, AttributeSchema.empty(), ""), Path.of("via_project.json"));
        model = new AnnotateModel(project, new Pictures(tasks, project::locator));
        stage.setScene(new Scene(new ImageListPane(model, tasks), 260, 600));
        // TestFX hands every test the same stage, with the sizes the one before left.
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setWidth(260);
        stage.setHeight(600);
        stage.show();
    }

    @Test
    @DisplayName("in the grid, mouse and arrow keys choose the image, the filter applies, and only tiles in view exist")
    void grid(FxRobot robot) throws Exception {
        click(robot, robot.lookup("#images-as-grid").query());
        await(() -> tiles(robot).size() >= 6);
        assertTrue(tiles(robot).size() < IMAGES / 2, () -> tiles(robot).size() + " tiles");
        assertCurrent(robot, 0);

        click(robot, tiles(robot).get(3));
        assertCurrent(robot, 3);
        robot.type(KeyCode.DOWN).type(KeyCode.RIGHT);
        assertCurrent(robot, 6);
        robot.type(KeyCode.END);
        assertCurrent(robot, IMAGES - 1);

        robot.interact(() -> model.images().presetProperty().set(ImageListModel.Preset.TRAIN));
        robot.interact(() -> model.images().textProperty().set("2"));
        await(() -> tiles(robot).get(0).getItem().equals(id(2)));
        click(robot, tiles(robot).get(1));
        assertCurrent(robot, 12);

        click(robot, robot.lookup("#images-as-list").query());
        assertEquals(
                id(12),
                robot.lookup("#image-list").queryListView().getSelectionModel().getSelectedItem());
    }

    /** The tiles that show an image, as a person reads them; rows kept aside for scrolling are invisible. */
    private static List<ImageTile> tiles(FxRobot robot) {
        return robot.lookup(".image-tile").queryAllAs(ImageTile.class).stream()
                .filter(tile -> tile.getItem() != null && tile.getParent().isVisible())
                .sorted(Comparator.comparingInt(ImageTile::getIndex))
                .toList();
    }

    private static void click(FxRobot robot, Node node) {
        Steady.clickOn(robot, node);
    }

    private static List<ImageId> framed(FxRobot robot) {
        return tiles(robot).stream()
                .filter(ImageTile::isSelected)
                .map(ImageTile::getItem)
                .toList();
    }

    private void assertCurrent(FxRobot robot, int image) throws Exception {
        await(() -> model.imageProperty().get().id().equals(id(image)));
        await(() -> framed(robot).equals(List.of(id(image))));
    }

    private static ImageEntry image(int i) {
        AttributeValue split = new AttributeValue.Text(i < IMAGES / 2 ? "train" : "val");
        return new ImageEntry(id(i), "%02d.png".formatted(i), 1, List.of(), Map.of(SplitAttribute.NAME, split));
    }

    private static ImageId id(int image) {
        return new ImageId("%02d.png1".formatted(image));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Steady.until(condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
