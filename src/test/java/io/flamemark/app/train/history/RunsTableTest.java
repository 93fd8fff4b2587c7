package io.flamemark.app.train.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.model.MemoryFiles;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunState;
import io.flamemark.run.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
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
class RunsTableTest {

    @TempDir
    Path folder;

    private RunsTable table;

    @Start
    void start(Stage stage) {
        FxTasks tasks = new FxTasks(Runnable::run, Platform::runLater, Throwable::printStackTrace);
        RunsViewModel model = new RunsViewModel(Optional::empty, tasks);
        RunSummary run = MemoryFiles.summary("a", "quick", RunState.FINISHED, "Done.", 0.7);
        // What is written of a run goes into its folder.
        model.read(List.of(
                new RunSummary(new RunDirectory(folder.resolve("a")), run.preset(), run.created(), run.status())));
        table = new RunsTable(model);
        stage.setScene(new Scene(new VBox(new Button("Begin something"), table), 1200, 400));
        stage.show();
        stage.requestFocus();
    }

    @Test
    @DisplayName("after a name was written or left as it was the keyboard stays in the table")
    void focusAfterWriting(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1, table.getItems().size());
        for (KeyCode end : new KeyCode[] {KeyCode.ESCAPE, KeyCode.ENTER}) {
            robot.interact(() -> {
                table.getSelectionModel().select(0);
                table.requestFocus();
                table.rename();
            });
            robot.type(KeyCode.X);
            robot.type(end);
            WaitForAsyncUtils.waitForFxEvents();
            assertSame(table, table.getScene().getFocusOwner(), end::toString);
        }
        assertEquals("x", table.getItems().get(0).name());
    }
}
