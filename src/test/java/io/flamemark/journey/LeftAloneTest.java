package io.flamemark.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunState;
import io.flamemark.run.RunStore;
import io.flamemark.run.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@DisplayName("The window is closed while it trains")
@ExtendWith(ApplicationExtension.class)
class LeftAloneTest {

    private static final String QUESTION = "A training is under way";

    @TempDir
    Path folder;

    private Stage stage;
    private Path project;
    private Journey journey;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        project = SmallSample.in(folder.resolve("fires"));
        journey = new Journey(stage, folder.resolve("settings"), project);
    }

    @AfterEach
    void end() {
        journey.close();
    }

    @Test
    @DisplayName("asked, a person stays, or lets it go on: a later window takes it up again and can stop it")
    void leaves() throws Exception {
        RunDirectory run = startsTraining();
        thinksBetterOfIt();
        leavesItInTheBackground();
        long trainer = RunFiles.status(run).pid();
        assertTrue(ProcessHandle.of(trainer).isPresent(), () -> "it trains on, not " + status(run));

        opensTheProgramAgain();
        journey.click("workspace-train");
        journey.await(
                "the training in the new window",
                () -> journey.text("run-epoch").startsWith("Epoch"));
        assertEquals(trainer, RunFiles.status(run).pid());
        journey.click("stop-button");
        journey.await("its end", () -> RunFiles.status(run).state() == RunState.STOPPED);
        journey.await("word of it", () -> journey.wordsIn("run-list").contains("stopped"));
    }

    private RunDirectory startsTraining() {
        journey.click("workspace-train");
        journey.chooseTinyNetwork(1000, 5);
        journey.click("train-button");
        journey.await(
                "a training", () -> runs().size() == 1 && runs().get(0).status().epoch() > 0);
        return onlyRun();
    }

    private RunDirectory onlyRun() {
        return journey.onWindow(() -> runs().get(0).directory());
    }

    private List<RunSummary> runs() throws IOException {
        return new RunStore(project.resolveSibling("runs"), Clock.systemUTC()).list();
    }

    private static String status(RunDirectory run) {
        try {
            return RunFiles.status(run).toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void thinksBetterOfIt() {
        journey.leave();
        String words = journey.dialog(QUESTION);
        assertTrue(words.contains("go on in the background") && words.contains("best epoch so far is kept"), words);
        journey.answer(QUESTION, "Cancel");
        assertTrue(journey.isShown());
    }

    private void leavesItInTheBackground() {
        journey.leave();
        journey.answer(QUESTION, "Go on in the background");
        journey.await("the end of the window", () -> !journey.isShown());
        journey.close();
    }

    private void opensTheProgramAgain() {
        journey =
                WaitForAsyncUtils.waitForAsyncFx(30_000, () -> new Journey(stage, folder.resolve("settings"), project));
    }
}
