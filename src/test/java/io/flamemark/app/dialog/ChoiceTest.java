package io.flamemark.app.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.flamemark.app.Steady;
import io.flamemark.app.project.Prompts;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ChoiceTest {

    private static final int PATIENCE_SECONDS = 60;

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(new Scene(new Pane(), 900, 600));
        stage.show();
    }

    @Test
    @DisplayName("a question is as wide as its answers; Escape is none of those that do something")
    void wideAnswers(FxRobot robot) throws Exception {
        FxPrompts prompts = new FxPrompts(stage, note -> {});
        Future<Prompts.Conflict> answer =
                WaitForAsyncUtils.asyncFx(() -> prompts.conflict(Path.of("via_project.json")));
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        DialogPane pane = Steady.node(robot.lookup(".dialog-pane").queryAs(DialogPane.class));
        assertEquals(3, pane.getButtonTypes().size());
        for (ButtonType type : pane.getButtonTypes()) {
            Button button = (Button) pane.lookupButton(type);
            assertTrue(button.getWidth() >= button.prefWidth(-1) - 1, type.getText() + " is cut off");
            assertEquals(type.getButtonData() == ButtonData.CANCEL_CLOSE, button.isCancelButton(), type.getText());
        }
        robot.push(KeyCode.ESCAPE);
        assertEquals(Prompts.Conflict.CANCEL, answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
}
