package io.flamemark.journey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.host.DetectionHost.Found;
import io.flamemark.run.LoggedEvent;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunEvent.CheckpointWritten;
import io.flamemark.run.RunEvent.StepMeasured;
import io.flamemark.run.RunEventLog;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunState;
import io.flamemark.run.RunStore;
import io.flamemark.run.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@DisplayName("The worker is killed in the middle of an epoch")
@ExtendWith(ApplicationExtension.class)
class WorkerKilledTest {

    private static final int STEPS_PER_EPOCH = 5;

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
    @DisplayName("the window says so, annotations are as they were, and the last checkpoint predicts")
    void killed() throws Exception {
        byte[] before = Files.readAllBytes(project);
        RunDirectory run = startsTraining();
        drawsWithoutSaving();
        killsTheWorkerInALaterEpoch(run);
        readsWhatHappened();
        findsTheAnnotationsUntouched(before);
        seesTheRunEndedInTheList(run);
        looksWithTheLastCheckpoint(run);
    }

    private RunDirectory startsTraining() throws IOException {
        journey.click("workspace-train");
        journey.chooseTinyNetwork(1000, STEPS_PER_EPOCH);
        journey.click("train-button");
        journey.await("a run", () -> runs().size() == 1);
        return runs().get(0).directory();
    }

    private List<RunSummary> runs() throws IOException {
        return new RunStore(project.resolveSibling("runs"), Clock.systemUTC()).list();
    }

    private void drawsWithoutSaving() {
        journey.click("workspace-annotate");
        journey.canvasWithImage("annotate-canvas");
        journey.draw(20, 20, 90, 20, 20, 90);
    }

    private void killsTheWorkerInALaterEpoch(RunDirectory run) throws IOException {
        journey.await("the middle of an epoch after a checkpoint", () -> isInTheMiddleOfALaterEpoch(run));
        long pid = RunFiles.status(run).pid();
        assertTrue(ProcessHandle.current().descendants().anyMatch(child -> child.pid() == pid), "a worker of its own");
        assertTrue(ProcessHandle.of(pid).orElseThrow().destroyForcibly());
    }

    private static boolean isInTheMiddleOfALaterEpoch(RunDirectory run) throws IOException {
        List<RunEvent> told =
                RunEventLog.read(run.events()).stream().map(LoggedEvent::event).toList();
        return told.stream().anyMatch(CheckpointWritten.class::isInstance)
                && told.get(told.size() - 1) instanceof StepMeasured last
                && last.step() % STEPS_PER_EPOCH > 1;
    }

    private void readsWhatHappened() {
        journey.click("workspace-train");
        journey.await("word of it", () -> journey.text("run-title").equals("The training broke off"));
        String sentence = journey.text("run-text");
        assertTrue(sentence.contains("killed from outside"), sentence);
        assertTrue(sentence.contains("annotations are untouched"), sentence);
        assertTrue(sentence.contains("every checkpoint is kept"), sentence);
        Button train = journey.find("train-button", Button.class);
        journey.await("a button for another training", () -> !train.isDisabled());
    }

    private void findsTheAnnotationsUntouched(byte[] before) throws IOException {
        assertTrue(journey.isUnsaved(), "what was drawn meanwhile is still there");
        assertArrayEquals(before, Files.readAllBytes(project), "nothing wrote the file");
        journey.save();
        assertTrue(
                Insertion.between(new String(before), Files.readString(project)).contains("polygon"));
    }

    private void seesTheRunEndedInTheList(RunDirectory run) throws IOException {
        journey.await("the list of runs", () -> journey.wordsIn("run-list").contains("broke off"));
        assertEquals(RunState.FAILED, RunFiles.status(run).state());
        assertEquals(RunState.FAILED, runs().get(0).status().state());
    }

    private void looksWithTheLastCheckpoint(RunDirectory run) throws Exception {
        journey.click("look-button");
        journey.click("threshold");
        journey.press(KeyCode.HOME);
        journey.await("what the model sees", () -> journey.text("image-summary").contains("right"));

        int epoch = RunFiles.status(run).epoch();
        Path image = RunFiles.dataset(run).validation().get(0).image();
        Found found =
                journey.detection().detect(run.checkpoint(epoch), image, 0).get(2, TimeUnit.MINUTES);
        assertEquals(List.of("fire"), found.labels().classes());
        assertTrue(found.detections().size() > 0, "the checkpoint of epoch " + epoch + " finds something");
    }
}
