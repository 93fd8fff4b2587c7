package io.flamemark.app.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.flamemark.app.Steady;
import io.flamemark.app.task.FxTasks;
import io.flamemark.detection.Detection;
import io.flamemark.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class InspectWorkspaceTest {

    private static final Path VAL = Path.of("val.png");

    private final MemoryInspection files = new MemoryInspection();
    private final ScriptedDetectionHost host = new ScriptedDetectionHost();
    private final List<Detection> accepted = new ArrayList<>();
    private InspectViewModel model;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        FxTasks tasks = new FxTasks(Runnable::run, Platform::runLater, Throwable::printStackTrace);
        model = new InspectViewModel(() -> Optional.of(files), host, tasks);
        InspectWorkspace workspace =
                new InspectWorkspace(model, tasks, (image, detection, name) -> accepted.add(detection));
        stage.setScene(new javafx.scene.Scene((Parent) workspace.content(), 1300, 900));
        // TestFX hands every test the same stage, with the size the one before left.
        stage.setWidth(1300);
        stage.setHeight(900);
        stage.show();
        stage.requestFocus();
        workspace.shown();
        model.lookWith(new RunDirectory(Path.of("runs", "one")));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Steady.until(condition);
    }

    private void answer(FxRobot robot, Detection... detections) throws Exception {
        await(() -> host.isAsked(VAL));
        robot.interact(() -> host.answer(VAL, Scene.found(detections)));
        await(() -> robot.lookup("#detections").queryListView().getItems().size() > 0);
    }

    /** How many pixels of the canvas are nearer to one colour than to any other that is drawn there. */
    private static long inked(FxRobot robot, Color wanted) {
        WritableImage[] image = new WritableImage[1];
        Node node = robot.lookup("#inspect-canvas").query();
        robot.interact(() -> image[0] = node.snapshot(null, null));
        long count = 0;
        for (int y = 0; y < image[0].getHeight(); y += 2) {
            for (int x = 0; x < image[0].getWidth(); x += 2) {
                Color found = image[0].getPixelReader().getColor(x, y);
                count += Math.abs(found.getHue() - wanted.getHue()) < 12 && found.getSaturation() > 0.3 ? 1 : 0;
            }
        }
        return count;
    }

    private void slideTo(FxRobot robot, double threshold) {
        Slider slider = robot.lookup("#threshold").queryAs(Slider.class);
        robot.interact(() -> slider.setValue(threshold));
    }

    @Test
    @DisplayName("the threshold slider changes what is drawn, without asking the model again")
    void threshold(FxRobot robot) throws Exception {
        answer(robot, Scene.square(0.9, 30, 30, 40), Scene.square(0.4, 5, 5, 20));
        await(() -> inked(robot, VerdictColors.RIGHT) > 1000);
        assertEquals(0, inked(robot, VerdictColors.FALSE_ALARM));
        slideTo(robot, 0.3);
        await(() -> inked(robot, VerdictColors.FALSE_ALARM) > 200);
        slideTo(robot, 0.95);
        await(() -> inked(robot, VerdictColors.RIGHT) == 0 && inked(robot, VerdictColors.FALSE_ALARM) == 0);
        assertEquals(1, host.asked.stream().filter(q -> q.image().equals(VAL)).count());
        assertEquals("0 right, 0 false alarms, 1 missed. Fire colours alone: IoU 0.25.", summary(robot));
    }

    @Test
    @DisplayName("masks, boxes and the fire colours can be switched off and on")
    void toggles(FxRobot robot) throws Exception {
        answer(robot, Scene.square(0.9, 30, 30, 40));
        await(() -> inked(robot, VerdictColors.RIGHT) > 1000);
        for (String box : List.of("#show-masks", "#show-boxes", "#show-labels")) {
            Steady.clickOn(robot, robot.lookup(box).<Node>query());
        }
        await(() -> inked(robot, VerdictColors.RIGHT) == 0);
        Steady.clickOn(robot, robot.lookup("#show-fire-rule").<Node>query());
        await(() -> inked(robot, VerdictColors.FIRE_RULE) > 500);
    }

    @Test
    @DisplayName("a click on a detection chooses it, and it can be taken over")
    void accept(FxRobot robot) throws Exception {
        answer(robot, Scene.square(0.9, 30, 30, 40));
        assertTrue(robot.lookup("#accept-detection").query().isDisabled());
        await(() -> inked(robot, VerdictColors.RIGHT) > 1000);
        Steady.clickOn(robot, robot.lookup("#inspect-canvas").<Node>query());
        await(() -> !robot.lookup("#accept-detection").query().isDisabled());
        Steady.clickOn(robot, robot.lookup("#accept-detection").<Node>query());
        await(() -> accepted.size() == 1);
        assertEquals(0.9, accepted.get(0).score());
    }

    @Test
    @DisplayName("an error of the model is shown over the image, with the file")
    void error(FxRobot robot) throws Exception {
        await(() -> host.isAsked(VAL));
        robot.interact(() -> host.fail(VAL, new IOException("val.png: the file is cut off")));
        await(() -> robot.lookup("#inspect-note").query().isVisible()
                && robot.from(robot.lookup("#inspect-note"))
                        .lookup(".label")
                        .queryAs(Label.class)
                        .getText()
                        .equals("val.png: the file is cut off"));
    }

    @Test
    @DisplayName("choosing another image in the list shows it and asks for it next")
    void list(FxRobot robot) throws Exception {
        ListView<InspectImage> images = robot.lookup("#inspect-images").queryListView();
        await(() -> images.getItems().size() == 2);
        robot.interact(() -> images.getSelectionModel().select(1));
        await(() -> model.displayProperty().get() instanceof Display.Ready ready
                && ready.image().key().equals("test"));
    }

    private static String summary(FxRobot robot) {
        return robot.lookup("#image-summary").queryAs(Label.class).getText();
    }
}
