package io.flamemark.app.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FindingsDialogTest {

    private final List<Finding> led = new ArrayList<>();
    private FindingsDialog dialog;

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new Pane(), 900, 600));
        stage.show();
        dialog = new FindingsDialog(
                stage,
                "What was found",
                List.of(finding(Finding.Severity.INFO, "mild"), finding(Finding.Severity.ERROR, "bad")),
                led::add);
        dialog.show();
    }

    @Test
    @DisplayName("the keyboard goes through the list, the worst first, leads to a place and closes the list")
    void byKeyboard(FxRobot robot) {
        robot.push(KeyCode.HOME).push(KeyCode.ENTER);
        assertEquals(List.of("bad"), led.stream().map(Finding::message).toList());
        robot.push(KeyCode.ESCAPE);
        assertFalse(dialog.isShowing());
    }

    private static Finding finding(Finding.Severity severity, String message) {
        return new Finding(severity, "test", "a.json", Optional.of(new ImageId("a")), OptionalInt.empty(), message);
    }
}
