package io.flamemark.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flamemark.run.ConfigOverride;
import io.flamemark.run.LoggedEvent;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunEventLog;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunFixture;
import io.flamemark.run.RunRequest;
import io.flamemark.run.RunResumption;
import io.flamemark.run.RunState;
import io.flamemark.run.RunStatus;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every host of trainings owes its user. */
abstract class RunHostContract {

    @TempDir
    Path folder;

    final RecordingListener heard = new RecordingListener();
    private RunHost host;

    abstract RunHost newHost();

    final RunHost host() {
        if (host == null) {
            host = newHost();
        }
        return host;
    }

    final ActiveRun start(String script) throws Exception {
        TrainingJob job = RunFixture.job(folder, script);
        return host().start(job, heard);
    }

    final WorkerExit endOf(ActiveRun run) throws Exception {
        return run.exit().get(300, TimeUnit.SECONDS);
    }

    /** Whatever a training did: no process is left of it, and no label is other than it was. */
    @AfterEach
    void closeHost() throws Exception {
        host().close();
        assertEquals("{}", Files.readString(folder.resolve("via_project.json")), "the project");
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            for (Path run : runs.toList()) {
                RunDirectory directory = new RunDirectory(run);
                assertEquals("{}", Files.readString(directory.labels()), "the labels it trained on");
                Optional<ProcessHandle> left = RunFiles.status(directory)
                        .process()
                        .filter(process -> !process.equals(ProcessHandle.current()));
                assertEquals(Optional.empty(), left, "a process that outlives its run");
            }
        }
    }

    @Test
    @DisplayName(
            "a run that finishes: its events arrive in order and stand so in the log; state, environment and metrics are left")
    void finishes() throws Exception {
        ActiveRun run = start(ScriptedBackend.FINISHES);
        WorkerExit exit = endOf(run);

        assertEquals(WorkerExit.Kind.FINISHED, exit.kind(), exit.sentence());
        assertEquals(List.of(exit), heard.exits);
        assertTrue(heard.events.get(0) instanceof RunEvent.Started);
        assertTrue(heard.events.get(heard.events.size() - 1) instanceof RunEvent.Ended);
        List<LoggedEvent> logged = RunEventLog.read(run.directory().events());
        assertEquals(heard.events, logged.stream().map(LoggedEvent::event).toList());
        assertEquals(1, logged.get(0).seq());
        assertEquals(logged.size(), logged.get(logged.size() - 1).seq());
        leftItsFiles(run);
    }

    private static void leftItsFiles(ActiveRun run) throws Exception {
        RunStatus status = RunFiles.status(run.directory());
        assertEquals(RunState.FINISHED, status.state());
        assertEquals(1, status.bestEpoch());
        assertEquals(.2, status.scores().orElseThrow().maskAp50());
        assertTrue(Files.readString(run.directory().environment()).contains("\"java\""));
        assertEquals(2, Files.readAllLines(run.directory().metrics()).size());
    }

    @Test
    @DisplayName("a run stops when asked, and says that it was stopped")
    void stops() throws Exception {
        ActiveRun run = start(ScriptedBackend.UNTIL_STOPPED);
        heard.await("steps", h -> h.of(RunEvent.StepMeasured.class).size() > 3);
        run.stop(StopSignal.When.AFTER_STEP);

        assertEquals(WorkerExit.Kind.STOPPED, endOf(run).kind());
        assertEquals(RunState.STOPPED, RunFiles.status(run.directory()).state());
    }

    @Test
    @DisplayName("a run pauses when asked, and can go on")
    void pauses() throws Exception {
        ActiveRun run = start(ScriptedBackend.UNTIL_STOPPED);
        heard.await("a step", h -> !h.of(RunEvent.StepMeasured.class).isEmpty());
        run.pause();

        assertEquals(WorkerExit.Kind.PAUSED, endOf(run).kind());
        RunStatus status = RunFiles.status(run.directory());
        assertEquals(RunState.PAUSED, status.state());
        assertTrue(RunResumption.isPossible(status));
    }

    @Test
    @DisplayName("a run can be asked through its directory, by somebody with no line to its process")
    void asked() throws Exception {
        ActiveRun run = start(ScriptedBackend.UNTIL_STOPPED);
        heard.await("a step", h -> !h.of(RunEvent.StepMeasured.class).isEmpty());
        RunRequest.leave(run.directory(), StopSignal.When.PAUSE);

        assertEquals(WorkerExit.Kind.PAUSED, endOf(run).kind());
        assertFalse(Files.exists(run.directory().request()), "a request counts once");
    }

    @Test
    @DisplayName("when libtorch finds no memory, the sentence says so and names the next smaller setting")
    void noMemory() throws Exception {
        TrainingJob job = RunFixture.job(folder, ScriptedBackend.NO_MEMORY);
        RunConfig two = new ConfigOverride("optimization.batchSize", "2").applyTo(job.config());
        RunFiles.write(job.directory().config(), two);
        WorkerExit exit = endOf(host().start(job, heard));

        assertEquals(WorkerExit.Kind.OUT_OF_MEMORY, exit.kind());
        assertTrue(exit.sentence().startsWith("Training ran out of memory."), exit.sentence());
        assertTrue(exit.sentence().endsWith("try a batch of 1 image at a time instead of 2."), exit.sentence());
        RunEvent.Ended ended = heard.of(RunEvent.Ended.class).get(0);
        assertEquals(Optional.of(RunEvent.Lack.MEMORY), ended.lack());
        RunStatus status = RunFiles.status(job.directory());
        assertEquals(RunState.FAILED, status.state());
        assertEquals(exit.sentence(), status.message(), "what is read later is what was said");
    }

    @Test
    @DisplayName("a full disk ends a run with a sentence that says so")
    void diskFull() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only Linux has a device that is always full");
        TrainingJob job = RunFixture.job(folder, ScriptedBackend.FINISHES);
        Files.createSymbolicLink(job.directory().metrics(), full);
        WorkerExit exit = endOf(host().start(job, heard));

        assertEquals(WorkerExit.Kind.BAD_INPUT, exit.kind());
        assertTrue(exit.sentence().startsWith("The disk is full"), exit.sentence());
        assertEquals(RunState.FAILED, RunFiles.status(job.directory()).state());
    }

    @Test
    @DisplayName("bad input ends a run with the sentence that names it")
    void badInput() throws Exception {
        WorkerExit exit = endOf(start(ScriptedBackend.BAD_INPUT));

        assertEquals(WorkerExit.Kind.BAD_INPUT, exit.kind());
        assertEquals("b.png: the image cannot be read.", exit.sentence());
        assertEquals(List.of(new RunEvent.Ended(RunState.FAILED, exit.sentence(), 1)), heard.of(RunEvent.Ended.class));
    }

    @Test
    @DisplayName("a run directory that is damaged is bad input, not a crash")
    void damagedDirectory() throws Exception {
        TrainingJob job = RunFixture.job(folder, ScriptedBackend.FINISHES);
        Files.writeString(job.directory().dataset(), "{\"version\":1,");
        WorkerExit exit = endOf(host().start(job, heard));

        assertEquals(WorkerExit.Kind.BAD_INPUT, exit.kind());
        assertTrue(exit.sentence().contains("dataset.json"), exit.sentence());
    }

    @Test
    @DisplayName("an image that was changed since the run was made is left out, with a notice that names it")
    void changedImage() throws Exception {
        TrainingJob job = RunFixture.job(folder, ScriptedBackend.FINISHES);
        Files.writeString(folder.resolve("b.png"), "cropped");
        WorkerExit exit = endOf(host().start(job, heard));

        assertEquals(WorkerExit.Kind.FINISHED, exit.kind(), exit.sentence());
        RunEvent.Notice notice = heard.of(RunEvent.Notice.class).get(0);
        assertEquals(RunEvent.Level.WARNING, notice.level());
        assertTrue(notice.message().startsWith("One validation image is left out"), notice.message());
        assertTrue(notice.message().contains("b.png"), notice.message());
    }

    @Test
    @DisplayName("a run whose training images were all changed does not train on them")
    void nothingLeft() throws Exception {
        TrainingJob job = RunFixture.job(folder, ScriptedBackend.FINISHES);
        Files.writeString(folder.resolve("a.png"), "x");
        WorkerExit exit = endOf(host().start(job, heard));

        assertEquals(WorkerExit.Kind.BAD_INPUT, exit.kind());
        assertTrue(exit.sentence().startsWith("There is no image with an outline left to train on."), exit.sentence());
        assertTrue(exit.sentence().contains("a.png"), exit.sentence());
    }

    @Test
    @DisplayName("a programmer's mistake fails the run and is recorded")
    void fails() throws Exception {
        ActiveRun run = start(ScriptedBackend.FAILS);
        WorkerExit exit = endOf(run);

        assertEquals(WorkerExit.Kind.FAILED, exit.kind());
        assertTrue(exit.sentence().contains("a mistake in the program"), exit.sentence());
        assertEquals(RunState.FAILED, RunFiles.status(run.directory()).state());
    }

    @Test
    @DisplayName("an error of the machine fails the run too: nobody waits for its end in vain")
    void libraryMissing() throws Exception {
        ActiveRun run = start(ScriptedBackend.LIBRARY_MISSING);
        WorkerExit exit = endOf(run);

        assertEquals(WorkerExit.Kind.FAILED, exit.kind());
        assertTrue(exit.sentence().contains("no such library"), exit.sentence());
        assertEquals(RunState.FAILED, RunFiles.status(run.directory()).state());
    }

    @Test
    @DisplayName("a flood of events arrives whole and in order")
    void flood() throws Exception {
        endOf(start(ScriptedBackend.FLOOD));

        List<RunEvent.StepMeasured> steps = heard.of(RunEvent.StepMeasured.class);
        assertEquals(ScriptedBackend.FLOOD_STEPS, steps.size());
        for (int i = 0; i < steps.size(); i++) {
            assertEquals(i + 1, steps.get(i).step());
        }
    }

    @Test
    @DisplayName("a listener that throws does not harm the run")
    void listenerThrows() throws Exception {
        TrainingJob job = RunFixture.job(folder, ScriptedBackend.FINISHES);
        RunListener broken = new RunListener() {
            @Override
            public void onEvent(RunEvent event) {
                throw new IllegalStateException("a chart broke");
            }

            @Override
            public void onExit(WorkerExit exit) {
                throw new IllegalStateException("a dialog broke");
            }
        };
        assertEquals(WorkerExit.Kind.FINISHED, endOf(host().start(job, broken)).kind());
    }

    @Test
    @DisplayName("closing the host stops what runs")
    void closing() throws Exception {
        ActiveRun run = start(ScriptedBackend.UNTIL_STOPPED);
        heard.await("a step", h -> !h.of(RunEvent.StepMeasured.class).isEmpty());
        host().close();

        assertTrue(run.exit().isDone());
        assertEquals(WorkerExit.Kind.STOPPED, endOf(run).kind());
        assertFalse(heard.exits.isEmpty());
    }
}
