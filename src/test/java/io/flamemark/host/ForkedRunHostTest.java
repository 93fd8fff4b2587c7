package io.flamemark.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunEventLog;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunFixture;
import io.flamemark.run.RunRequest;
import io.flamemark.run.RunState;
import io.flamemark.run.RunStatus;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Trainings in a worker process")
class ForkedRunHostTest extends RunHostContract {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Path KILL = Path.of("/bin/kill");
    private static final WorkerLauncher LAUNCHER = TestWorkers.of(ScriptedWorkerMain.class);

    @Override
    RunHost newHost() {
        return new ForkedRunHost(LAUNCHER, WorkerTimes.standard());
    }

    @Test
    @DisplayName("a native crash becomes a sentence; the run is recorded as failed")
    void crash() throws Exception {
        ActiveRun run = start(ScriptedBackend.CRASHES);
        WorkerExit exit = endOf(run);

        assertEquals(WorkerExit.Kind.NATIVE_CRASH, exit.kind());
        assertTrue(exit.sentence().contains("annotations are untouched"), exit.sentence());
        assertEquals(RunState.FAILED, RunFiles.status(run.directory()).state());
        assertEquals(List.of(new RunEvent.Ended(RunState.FAILED, exit.sentence(), 1)), heard.of(RunEvent.Ended.class));
    }

    @Test
    @DisplayName("kill -9 in the middle of an epoch: a sentence, and every event up to then is kept")
    void killedFromOutside() throws Exception {
        ActiveRun run = start(ScriptedBackend.UNTIL_STOPPED);
        heard.await("steps", h -> h.of(RunEvent.StepMeasured.class).size() > 3);
        long pid = RunFiles.status(run.directory()).pid();
        assertTrue(ProcessHandle.of(pid).orElseThrow().destroyForcibly());
        WorkerExit exit = endOf(run);

        assertEquals(WorkerExit.Kind.KILLED, exit.kind());
        assertEquals(137, exit.code());
        assertEquals(RunState.FAILED, RunFiles.status(run.directory()).state());
        assertTrue(RunEventLog.read(run.directory().events()).size() >= heard.events.size());
    }

    @Test
    @DisplayName("a worker out of Java memory says so")
    void outOfMemory() throws Exception {
        WorkerExit exit = endOf(start(ScriptedBackend.OUT_OF_MEMORY));

        assertEquals(WorkerExit.Kind.OUT_OF_MEMORY, exit.kind());
        assertEquals(WorkerExit.CODE_OUT_OF_MEMORY, exit.code());
    }

    @ParameterizedTest(name = "{0}")
    @Tag("full")
    @DisplayName("whatever one training did, it ends with a sentence and the next one finishes")
    @ValueSource(
            strings = {
                ScriptedBackend.CRASHES,
                ScriptedBackend.OUT_OF_MEMORY,
                ScriptedBackend.NO_MEMORY,
                ScriptedBackend.FAILS,
                ScriptedBackend.LIBRARY_MISSING,
                ScriptedBackend.BAD_INPUT,
                ScriptedBackend.GARBAGE,
                ScriptedBackend.FLOOD
            })
    void next(String script) throws Exception {
        WorkerExit exit = endOf(start(script));
        assertTrue(exit.kind() == WorkerExit.Kind.FINISHED || exit.sentence().endsWith("."), exit.sentence());
        assertEquals(
                WorkerExit.Kind.FINISHED, endOf(start(ScriptedBackend.FINISHES)).kind());
    }

    @Test
    @DisplayName("garbage on standard output goes to the log and harms nothing")
    void garbage() throws Exception {
        ActiveRun run = start(ScriptedBackend.GARBAGE);

        assertEquals(WorkerExit.Kind.FINISHED, endOf(run).kind());
        assertEquals(2, heard.of(RunEvent.StepMeasured.class).size());
        String log = Files.readString(run.directory().workerLog());
        for (String text : List.of("a library that prints", "# A fatal error", "{\"half\":", "nonsense")) {
            assertTrue(log.contains(text), "missing in the log: " + text);
        }
    }

    @Test
    @DisplayName("a silent worker is reported, once, and so is its return")
    void silence() throws Exception {
        WorkerTimes impatient = new WorkerTimes(LONG, Duration.ofMillis(200), LONG, LONG);
        try (RunHost host = new ForkedRunHost(LAUNCHER, impatient)) {
            ActiveRun run = host.start(RunFixture.job(folder, ScriptedBackend.QUIET_UNTIL_STOPPED), heard);
            heard.await("events", h -> !h.of(RunEvent.EpochMeasured.class).isEmpty());
            heard.await("silence", h -> !h.silences.isEmpty() && h.silences.get(h.silences.size() - 1));
            run.stop(StopSignal.When.AFTER_EPOCH);
            endOf(run);
        }
        assertTrue(heard.silences.contains(false), "it spoke again");
        for (int i = 0; i < heard.silences.size(); i++) {
            assertEquals(i % 2 == 0, heard.silences.get(i), "silence and return must alternate");
        }
    }

    @Test
    @DisplayName("a worker that lives but does not stop is ended by the ladder")
    void ladder() throws Exception {
        WorkerTimes impatient =
                new WorkerTimes(Duration.ofMillis(100), LONG, Duration.ofMillis(50), Duration.ofMillis(50));
        RunHost host = new ForkedRunHost(LAUNCHER, impatient);
        ActiveRun run = host.start(RunFixture.job(folder, ScriptedBackend.IGNORES_STOP), heard);
        heard.await("events", h -> !h.of(RunEvent.EpochMeasured.class).isEmpty());
        host.close();

        WorkerExit exit = endOf(run);
        assertEquals(WorkerExit.Kind.STOPPED, exit.kind(), exit.sentence());
        assertEquals(RunState.STOPPED, RunFiles.status(run.directory()).state());
    }

    @Test
    @DisplayName("a copy of a run in training is not taken up: to end it would end the run that was copied")
    void copied() throws Exception {
        ActiveRun run = start(ScriptedBackend.UNTIL_STOPPED);
        heard.await("a step", h -> !h.of(RunEvent.StepMeasured.class).isEmpty());
        RunDirectory copy = new RunDirectory(Files.createDirectory(folder.resolve("copy")));
        Files.copy(run.directory().state(), copy.state());

        assertTrue(host().attach(copy, heard).isEmpty());
        try (RunHost other = newHost()) {
            assertTrue(other.attach(run.directory(), heard).isPresent());
        }
    }

    @Test
    @DisplayName("a training whose folder was renamed ends with a sentence, and its folder is not made anew")
    void renamed() throws Exception {
        assumeTrue(Files.isExecutable(KILL), "Windows renames no folder in use");
        ActiveRun run = start(ScriptedBackend.UNTIL_STOPPED);
        heard.await("a step", h -> !h.of(RunEvent.StepMeasured.class).isEmpty());
        RunDirectory renamed = new RunDirectory(run.directory().root().resolveSibling("renamed"));
        Files.move(run.directory().root(), renamed.root());
        run.stop(StopSignal.When.AFTER_STEP);

        WorkerExit exit = endOf(run);
        assertEquals(WorkerExit.Kind.BAD_INPUT, exit.kind(), exit.sentence());
        assertTrue(exit.sentence().contains("renamed, moved or deleted"), exit.sentence());
        assertTrue(Files.notExists(run.directory().root()));
        assertTrue(Files.exists(renamed.state()));
    }

    @Test
    @DisplayName("a run whose folder is gone when its turn comes ends with a sentence, and leaves no folder")
    void deletedBefore() throws Exception {
        TrainingJob job = RunFixture.job(folder, ScriptedBackend.FINISHES);
        Files.move(job.directory().root(), folder.resolve("elsewhere"));
        WorkerExit exit = endOf(host().start(job, heard));

        assertTrue(exit.sentence().contains("renamed, moved or deleted"), exit.sentence());
        assertTrue(Files.notExists(job.directory().root()));
    }

    @Test
    @DisplayName("a run can be ended by force")
    void kill() throws Exception {
        ActiveRun run = start(ScriptedBackend.IGNORES_STOP);
        heard.await("events", h -> !h.of(RunEvent.EpochMeasured.class).isEmpty());
        run.kill();

        assertEquals(WorkerExit.Kind.STOPPED, endOf(run).kind());
    }

    @Test
    @DisplayName("when its parent is gone, a worker stops the training, records it and exits")
    void orphan() throws Exception {
        TrainingJob job = RunFixture.job(folder, ScriptedBackend.UNTIL_STOPPED);
        Process worker = LAUNCHER.launch(
                job.directory().workerLog(),
                WorkerOptions.of(WorkerTimes.standard()).arguments());
        String start =
                WorkerProtocol.line(new WorkerCommand.Start(job.directory().root()));
        worker.getOutputStream().write((start + "\n").getBytes(StandardCharsets.UTF_8));
        worker.getOutputStream().flush();
        worker.getInputStream().read();
        worker.getOutputStream().close();
        worker.getInputStream().close();

        assertTrue(worker.waitFor(300, TimeUnit.SECONDS));
        assertEquals(WorkerExit.CODE_STOPPED, worker.exitValue());
        RunStatus status = RunFiles.status(job.directory());
        assertEquals(RunState.STOPPED, status.state());
        assertTrue(status.message().contains("ended without a word"), status::message);
    }

    @Test
    @DisplayName("a worker that the system asks to end, as by Ctrl-C, stops its training in order")
    void askedBySystem() throws Exception {
        assumeTrue(ProcessHandle.current().supportsNormalTermination(), "only where a process can be asked");
        ActiveRun run = start(ScriptedBackend.UNTIL_STOPPED);
        heard.await("a step", h -> !h.of(RunEvent.StepMeasured.class).isEmpty());
        assertTrue(RunFiles.status(run.directory()).process().orElseThrow().destroy());

        assertEquals(WorkerExit.Kind.STOPPED, endOf(run).kind());
        RunEvent last = heard.events.get(heard.events.size() - 1);
        assertEquals(RunState.STOPPED, ((RunEvent.Ended) last).state(), "told by the training itself");
    }

    @Test
    @DisplayName("a worker that hangs, heart and all, is reported, and can be ended by force")
    void hangs() throws Exception {
        WorkerTimes impatient = new WorkerTimes(Duration.ofMillis(20), Duration.ofSeconds(2), LONG, LONG);
        try (RunHost host = new ForkedRunHost(LAUNCHER, impatient)) {
            ActiveRun run = host.start(RunFixture.job(folder, ScriptedBackend.QUIET_UNTIL_STOPPED), heard);
            heard.await("events", h -> !h.of(RunEvent.EpochMeasured.class).isEmpty());
            long pid = RunFiles.status(run.directory()).pid();
            assumeTrue(Files.isExecutable(KILL), "only where a process can be halted from outside");
            signal("-STOP", pid);
            heard.await("silence", h -> !h.silences.isEmpty() && h.silences.get(h.silences.size() - 1));
            run.kill();

            assertEquals(WorkerExit.Kind.STOPPED, endOf(run).kind());
            assertTrue(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty(), "no process is left");
        }
    }

    @Test
    @DisplayName("a detached training goes on when its host is gone, is taken up again, and heard from its beginning")
    void detached() throws Exception {
        RunHost first = newHost();
        ActiveRun run = first.start(RunFixture.job(folder, ScriptedBackend.UNTIL_STOPPED), heard);
        heard.await("a step", h -> !h.of(RunEvent.StepMeasured.class).isEmpty());
        assertTrue(first.detach(run));
        assertEquals(WorkerExit.Kind.DETACHED, endOf(run).kind());
        first.close();
        assertEquals(RunState.RUNNING, RunFiles.status(run.directory()).state());
        ProcessHandle worker = RunFiles.status(run.directory()).process().orElseThrow();

        RecordingListener second = new RecordingListener();
        ActiveRun again = host().attach(run.directory(), second).orElseThrow();
        int before = heard.events.size();
        second.await("more than the first host heard", h -> h.events.size() > before);
        assertEquals(heard.events, second.events.subList(0, before), "from the beginning, in order");
        again.stop(StopSignal.When.AFTER_STEP);

        assertEquals(WorkerExit.Kind.STOPPED, endOf(again).kind());
        assertEquals(RunState.STOPPED, RunFiles.status(run.directory()).state());
        assertTrue(second.events.get(second.events.size() - 1) instanceof RunEvent.Ended);
        worker.onExit().get(300, TimeUnit.SECONDS);
        assertTrue(host().attach(run.directory(), second).isEmpty(), "what is over cannot be taken up");
    }

    @Test
    @DisplayName("a detached training goes on when the terminal is closed; before, it stops in order and says why")
    void hangUp() throws Exception {
        assumeTrue(Files.isExecutable(KILL), "only where a process can be told of a hang-up");
        RunHost first = newHost();
        ActiveRun left = first.start(RunFixture.job(folder, ScriptedBackend.UNTIL_STOPPED), heard);
        heard.await("a step", h -> !h.of(RunEvent.StepMeasured.class).isEmpty());
        ProcessHandle worker = RunFiles.status(left.directory()).process().orElseThrow();
        assertTrue(first.detach(left));
        first.close();
        signal("-HUP", worker.pid());
        RecordingListener second = new RecordingListener();
        ActiveRun again = host().attach(left.directory(), second).orElseThrow();
        int steps = second.of(RunEvent.StepMeasured.class).size();
        second.await("more steps", h -> h.of(RunEvent.StepMeasured.class).size() > steps + 500);
        again.stop(StopSignal.When.AFTER_STEP);
        assertEquals(WorkerExit.Kind.STOPPED, endOf(again).kind());
        worker.onExit().get(300, TimeUnit.SECONDS);

        ActiveRun held = start(ScriptedBackend.UNTIL_STOPPED);
        signal("-HUP", awaitProcess(held).pid());
        WorkerExit exit = endOf(held);
        assertEquals(WorkerExit.Kind.STOPPED, exit.kind());
        assertTrue(exit.sentence().startsWith("The terminal"), exit.sentence());
    }

    private static ProcessHandle awaitProcess(ActiveRun run) throws Exception {
        while (RunFiles.status(run.directory()).state() != RunState.RUNNING) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return RunFiles.status(run.directory()).process().orElseThrow();
    }

    private static void signal(String kind, long pid) throws Exception {
        assertEquals(
                0, new ProcessBuilder(KILL.toString(), kind, "" + pid).start().waitFor());
    }

    @Test
    @DisplayName("a detached training ends by itself and records it, though nobody listens")
    void detachedEndsByItself() throws Exception {
        RunHost first = newHost();
        ActiveRun run = first.start(RunFixture.job(folder, ScriptedBackend.UNTIL_STOPPED), heard);
        heard.await("a step", h -> !h.of(RunEvent.StepMeasured.class).isEmpty());
        ProcessHandle worker = RunFiles.status(run.directory()).process().orElseThrow();
        assertTrue(first.detach(run));
        first.close();
        RunRequest.leave(run.directory(), StopSignal.When.AFTER_EPOCH);

        worker.onExit().get(300, TimeUnit.SECONDS);
        assertEquals(RunState.STOPPED, RunFiles.status(run.directory()).state());
    }

    @Test
    @DisplayName("an attached training that dies without a word is recorded as failed")
    void attachedDies() throws Exception {
        RunHost first = newHost();
        ActiveRun run = first.start(RunFixture.job(folder, ScriptedBackend.IGNORES_STOP), heard);
        heard.await("events", h -> !h.of(RunEvent.EpochMeasured.class).isEmpty());
        ProcessHandle worker = RunFiles.status(run.directory()).process().orElseThrow();
        assertTrue(first.detach(run));
        first.close();
        RecordingListener second = new RecordingListener();
        ActiveRun again = host().attach(run.directory(), second).orElseThrow();
        worker.destroyForcibly();

        WorkerExit exit = endOf(again);
        assertEquals(WorkerExit.Kind.KILLED, exit.kind());
        assertEquals(RunState.FAILED, RunFiles.status(run.directory()).state());
        assertTrue(exit.sentence().contains("gone without a word"), exit.sentence());
    }

    @Test
    @DisplayName("closing a host ends an attached training by the ladder")
    void attachedLadder() throws Exception {
        RunHost first = newHost();
        ActiveRun run = first.start(RunFixture.job(folder, ScriptedBackend.IGNORES_STOP), heard);
        heard.await("events", h -> !h.of(RunEvent.EpochMeasured.class).isEmpty());
        ProcessHandle worker = RunFiles.status(run.directory()).process().orElseThrow();
        assertTrue(first.detach(run));
        first.close();
        WorkerTimes impatient =
                new WorkerTimes(Duration.ofMillis(100), LONG, Duration.ofMillis(50), Duration.ofMillis(500));
        RunHost second = new ForkedRunHost(LAUNCHER, impatient);
        ActiveRun again =
                second.attach(run.directory(), new RecordingListener()).orElseThrow();
        second.close();

        assertEquals(WorkerExit.Kind.STOPPED, endOf(again).kind());
        assertTrue(!worker.isAlive(), "no process is left");
    }

    @Test
    @DisplayName("a run whose process could not even be made has failed, and may be stopped and killed all the same")
    void neverBegan() throws Exception {
        TrainingJob job = RunFixture.job(folder, ScriptedBackend.FINISHES);
        Files.createDirectories(job.directory().workerLog());
        ActiveRun run = host().start(job, heard);

        assertEquals(WorkerExit.Kind.FAILED, endOf(run).kind());
        assertEquals(RunState.FAILED, RunFiles.status(job.directory()).state());
        run.stop(StopSignal.When.AFTER_STEP);
        run.kill();
        assertEquals(1, heard.exits.size());
    }

    @Test
    @DisplayName("a worker that cannot be started is reported like any other failure")
    void cannotStart() throws Exception {
        WorkerLauncher noSuchClass = WorkerLauncher.of("io.flamemark.NoSuchMain");
        try (RunHost host = new ForkedRunHost(noSuchClass, WorkerTimes.standard())) {
            ActiveRun run = host.start(RunFixture.job(folder, ScriptedBackend.FINISHES), heard);

            assertEquals(WorkerExit.Kind.FAILED, endOf(run).kind());
            assertTrue(Files.readString(run.directory().workerLog()).contains("NoSuchMain"));
        }
    }
}
