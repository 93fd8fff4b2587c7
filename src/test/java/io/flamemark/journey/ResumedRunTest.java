package io.flamemark.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.cli.SmallProject;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.DatasetBuilder;
import io.flamemark.format.ProjectFile;
import io.flamemark.host.ActiveRun;
import io.flamemark.host.ForkedRunHost;
import io.flamemark.host.InProcessRunHost;
import io.flamemark.host.RunHost;
import io.flamemark.host.RunListener;
import io.flamemark.host.TestWorkers;
import io.flamemark.host.WorkerExit;
import io.flamemark.host.WorkerTimes;
import io.flamemark.launch.WorkerMain;
import io.flamemark.maskrcnn.train.MaskRcnnTrainer;
import io.flamemark.run.Augmenting;
import io.flamemark.run.LoggedEvent;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunEventLog;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunResumption;
import io.flamemark.run.RunState;
import io.flamemark.run.RunStore;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingBackend;
import io.flamemark.run.TrainingException;
import io.flamemark.run.TrainingJob;
import io.flamemark.weights.Tensor;
import io.flamemark.weights.TensorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A run that broke off goes on as if it had not")
class ResumedRunTest {

    private static final int STEPS_PER_EPOCH = 3;

    /** Everything that is drawn at random and everything that is remembered takes part. */
    private static final RunConfig CONFIG = new RunConfig(
            RunConfig.VERSION,
            "test",
            new RunConfig.Network("resnet18", 16, "group", "scratch", "none", 64, 96, 16, 16, 1, "all"),
            new RunConfig.Sampling(32, 50, 20, 16, 0.25, 5, 0.05, 0.5),
            new RunConfig.Optimization("adamw", 2, STEPS_PER_EPOCH, 2, 1e-3, 0.9, 0.01, 2, "cosine", 5),
            new RunConfig.Tuning(false, false, 0.5, 2, 0.001, 0.667, 0.889, 0.1, 0.01),
            new Augmenting(0.5, 0.2, 0.5, 0.4),
            new RunConfig.Validation(1, 0),
            new RunConfig.Machine(2, 5, "auto"));

    @TempDir
    Path folder;

    private RunHost inProcess(TrainingBackend backend) {
        return new InProcessRunHost(backend, WorkerTimes.standard());
    }

    private TrainingJob newRun(String name) throws IOException {
        Path project = SmallProject.in(folder.resolve("project"));
        Dataset dataset = new DatasetBuilder()
                .build(ProjectFile.open(project).project(), project)
                .dataset();
        RunStore store = new RunStore(folder.resolve("runs"), Clock.systemUTC());
        return new TrainingJob(CONFIG, dataset, store.createAt(folder.resolve(name), CONFIG, dataset, project));
    }

    private static WorkerExit endOf(ActiveRun run) throws Exception {
        return run.exit().get(10, TimeUnit.MINUTES);
    }

    private RunDirectory uninterrupted() throws Exception {
        TrainingJob job = newRun("whole");
        try (RunHost host = inProcess(new MaskRcnnTrainer())) {
            WorkerExit exit = endOf(host.start(job, new Heard(event -> {})));
            assertEquals(WorkerExit.Kind.FINISHED, exit.kind(), exit.sentence());
        }
        return job.directory();
    }

    private static TrainingJob resumed(RunDirectory run) throws IOException {
        return RunResumption.prepare(run, Clock.systemUTC());
    }

    @Test
    @DisplayName("stopped within an epoch, then broken off by an error within the next: the same to the last bit")
    void stoppedAndFailed() throws Exception {
        RunDirectory whole = uninterrupted();
        TrainingJob job = newRun("parts");
        RunDirectory run = job.directory();
        assertEquals(WorkerExit.Kind.STOPPED, trainUntil(job, 2, StopSignal::stopAfterStep));
        assertEquals(RunState.STOPPED, RunFiles.status(run).state());
        assertEquals(2, steps(run).size());

        WorkerExit.Kind broken = trainUntil(resumed(run), 5, stop -> {
            throw new IllegalStateException("a mistake in the program");
        });
        assertEquals(WorkerExit.Kind.FAILED, broken);
        assertEquals(5, steps(run).size(), "two more steps than the last checkpoint");
        assertTrue(Files.exists(run.checkpoint(1)) && Files.notExists(run.stepCheckpoint(2)));

        assertEquals(WorkerExit.Kind.FINISHED, trainUntil(resumed(run), 99, stop -> {}));
        assertSame(whole, run);
        assertThrows(TrainingException.class, () -> resumed(run), "a finished run does not go on");
    }

    private record Heard(Consumer<RunEvent> events) implements RunListener {

        @Override
        public void onEvent(RunEvent event) {
            events.accept(event);
        }

        @Override
        public void onExit(WorkerExit exit) {}
    }

    private interface Break {
        void happens(StopSignal stop);
    }

    /** Trains in this process, and lets something happen when a step is done. */
    private WorkerExit.Kind trainUntil(TrainingJob job, int step, Break then) throws Exception {
        TrainingBackend breaking = (training, stop, events) -> new MaskRcnnTrainer().train(training, stop, event -> {
            events.accept(event);
            if (event instanceof RunEvent.StepMeasured measured && measured.step() == step) {
                then.happens(stop);
            }
        });
        try (RunHost host = inProcess(breaking)) {
            return endOf(host.start(job, new Heard(event -> {}))).kind();
        }
    }

    @Test
    @Tag("full")
    @DisplayName("paused before the first checkpoint and again within the next epoch: the same to the last bit")
    void paused() throws Exception {
        RunDirectory whole = uninterrupted();
        TrainingJob job = newRun("paused");
        RunDirectory run = job.directory();
        for (int step : new int[] {1, STEPS_PER_EPOCH + 1}) {
            TrainingJob next = step == 1 ? job : resumed(run);
            assertEquals(WorkerExit.Kind.PAUSED, trainUntil(next, step, stop -> stop.ask(StopSignal.When.PAUSE)));
            assertEquals(RunState.PAUSED, RunFiles.status(run).state());
            assertEquals(step, steps(run).size());
        }
        assertEquals(WorkerExit.Kind.FINISHED, trainUntil(resumed(run), 99, stop -> {}));
        assertSame(whole, run);
    }

    @Test
    @Tag("full")
    @DisplayName("a worker killed outright, before and after its first checkpoint: the same to the last bit")
    void killed() throws Exception {
        RunDirectory whole = uninterrupted();
        RunDirectory run = killedAfter(newRun("killed"), 1);
        assertEquals(RunState.FAILED, RunFiles.status(run).state());
        killedAfter(resumed(run), STEPS_PER_EPOCH + 2);
        try (RunHost host = forked()) {
            assertEquals(
                    WorkerExit.Kind.FINISHED,
                    endOf(host.start(resumed(run), new Heard(event -> {}))).kind());
        }
        assertSame(whole, run);
    }

    private static RunHost forked() {
        return new ForkedRunHost(TestWorkers.of(WorkerMain.class), WorkerTimes.standard());
    }

    private static RunDirectory killedAfter(TrainingJob job, int step) throws Exception {
        try (RunHost host = forked()) {
            endOf(host.start(job, new Heard(event -> {
                if (event instanceof RunEvent.StepMeasured measured && measured.step() == step) {
                    ProcessHandle.of(workerOf(job.directory())).orElseThrow().destroyForcibly();
                }
            })));
        }
        return job.directory();
    }

    private static long workerOf(RunDirectory run) {
        try {
            return RunFiles.status(run).pid();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertSame(RunDirectory whole, RunDirectory parts) throws IOException {
        assertEquals(steps(whole), steps(parts), "every step once, with the same losses");
        assertEquals(epochs(whole), epochs(parts), "every epoch once, judged alike");
        assertEquals(metrics(whole), metrics(parts), "the table of epochs");
        assertEquals(weights(whole), weights(parts), "the model");
        List<LoggedEvent> log = RunEventLog.read(parts.events());
        assertEquals(log.size(), log.get(log.size() - 1).seq(), "numbered without gaps");
        assertEquals(RunFiles.status(whole).bestEpoch(), RunFiles.status(parts).bestEpoch());
    }

    private static Map<String, List<Float>> weights(RunDirectory run) throws IOException {
        Map<String, List<Float>> weights = new TreeMap<>();
        try (TensorFile file = TensorFile.open(run.weights())) {
            for (Map.Entry<String, Tensor> tensor : file.tensors().entrySet()) {
                List<Float> values = new ArrayList<>();
                for (float value : tensor.getValue().floats()) {
                    values.add(value);
                }
                weights.put(tensor.getKey(), values);
            }
        }
        return weights;
    }

    /** Number and losses of each step. */
    private static List<List<Object>> steps(RunDirectory run) throws IOException {
        return told(run, RunEvent.StepMeasured.class::isInstance).stream()
                .map(RunEvent.StepMeasured.class::cast)
                .map(step -> List.<Object>of(step.epoch(), step.step(), step.losses(), step.learningRate()))
                .toList();
    }

    private static List<List<Object>> epochs(RunDirectory run) throws IOException {
        return told(run, RunEvent.EpochMeasured.class::isInstance).stream()
                .map(RunEvent.EpochMeasured.class::cast)
                .map(epoch -> List.<Object>of(
                        epoch.epoch(),
                        epoch.step(),
                        epoch.training(),
                        epoch.validation(),
                        epoch.scores(),
                        epoch.best()))
                .toList();
    }

    private static List<RunEvent> told(RunDirectory run, Predicate<RunEvent> wanted) throws IOException {
        return RunEventLog.read(run.events()).stream()
                .map(LoggedEvent::event)
                .filter(wanted)
                .toList();
    }

    /** All but the seconds, the third column. */
    private static List<String> metrics(RunDirectory run) throws IOException {
        return Files.readAllLines(run.metrics()).stream()
                .map(row -> row.replaceFirst("^([^,]*,[^,]*),[^,]*", "$1"))
                .toList();
    }
}
