package io.flamemark.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.app.canvas.ImageCanvas;
import io.flamemark.format.ProjectFile;
import io.flamemark.geometry.Point;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@DisplayName("Draw, train, look")
@ExtendWith(ApplicationExtension.class)
class WholeStoryTest {

    /** The colour of the training loss. */
    private static final int LOSS = 0x0072b2;

    @TempDir
    Path folder;

    private Path project;
    private Journey journey;

    @Start
    void start(Stage stage) throws Exception {
        project = SmallSample.in(folder.resolve("fires"));
        journey = new Journey(stage, folder.resolve("settings"), project);
    }

    @AfterEach
    void end() {
        journey.close();
    }

    @Test
    @DisplayName("a polygon drawn is in the file; a network trained on it shows masks")
    void theWholeStory() throws Exception {
        drawsAPolygonAndSavesIt();
        trainsAndSeesTheChartMove();
        looksAtMasks();
    }

    private void drawsAPolygonAndSavesIt() throws Exception {
        String saved = Files.readString(project);
        ImageCanvas canvas = journey.canvasWithImage("annotate-canvas");
        double width = canvas.image().getWidth();
        double height = canvas.image().getHeight();
        Painted before = journey.painted("annotate-canvas");

        journey.draw(0.1 * width, 0.1 * height, 0.3 * width, 0.1 * height, 0.2 * width, 0.3 * height);
        assertTrue(journey.painted("annotate-canvas").changedSince(before) > 500, "the polygon is painted");
        journey.save();

        String inserted = Insertion.between(saved, Files.readString(project));
        assertTrue(inserted.contains("polygon"), inserted);
        List<Region> regions =
                ProjectFile.open(project).project().images().get(0).regions();
        List<Point> drawn = ((Shape.Polygon) regions.get(regions.size() - 1).shape())
                .outline()
                .vertices();
        assertEquals(3, drawn.size());
        assertTrue(drawn.get(2).distanceTo(new Point(0.2 * width, 0.3 * height)) < 3, "where it was clicked");
    }

    private void trainsAndSeesTheChartMove() {
        journey.click("workspace-train");
        journey.chooseTinyNetwork(2, 8);
        assertEquals(0, journey.painted("total-chart").about(LOSS));
        journey.click("train-button");
        journey.await("a run", () -> !journey.text("run-title").isEmpty());
        journey.await(
                "a curve of the loss", () -> journey.painted("total-chart").about(LOSS) > 100);
        journey.await("the end of the training", () -> journey.text("run-title").startsWith("Training finished"));
        assertTrue(journey.text("run-text").contains("mask AP50"), journey.text("run-text"));
    }

    private void looksAtMasks() {
        journey.click("look-button");
        journey.canvasWithImage("inspect-canvas");
        journey.click("threshold");
        journey.press(KeyCode.HOME);
        assertEquals(0.05, journey.find("threshold", Slider.class).getValue(), 1e-9);
        journey.await(
                "what the model found", () -> journey.text("image-summary").contains("right"));
        assertFalse(journey.list("detections").isEmpty(), "something was found");

        Painted masked = journey.painted("inspect-canvas");
        journey.click("show-masks");
        journey.await("masks to vanish", () -> journey.painted("inspect-canvas").changedSince(masked) > 50);
        journey.click("show-masks");
        journey.await(
                "masks to be back", () -> journey.painted("inspect-canvas").changedSince(masked) == 0);
    }
}
