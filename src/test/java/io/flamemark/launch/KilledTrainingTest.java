package io.flamemark.launch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.dataset.DatasetBuilder;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import io.flamemark.cli.SmallProject;
import io.flamemark.format.ProjectFile;
import io.flamemark.host.DetectionHost;
import io.flamemark.host.ForkedDetectionHost;
import io.flamemark.host.ForkedRunHost;
import io.flamemark.host.RunHost;
import io.flamemark.host.RunListener;
import io.flamemark.host.WorkerExit;
import io.flamemark.host.WorkerLauncher;
import io.flamemark.host.WorkerTimes;
import io.flamemark.run.ConfigOverride;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunFixture;
import io.flamemark.run.RunState;
import io.flamemark.run.RunStore;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A real training in a worker that is killed")
class KilledTrainingTest {

    private static final WorkerLauncher LAUNCHER = WorkerLauncher.of(WorkerMain.class.getName());

    @TempDir
    Path folder;

    /** Kills the worker at the first step after a checkpoint. */
    private record Killer(RunDirectory run, List<RunEvent> heard) implements RunListener {

        @Override
        public void onEvent(RunEvent event) {
            boolean checkpoint = heard.stream().anyMatch(e -> e instanceof RunEvent.CheckpointWritten);
            heard.add(event);
            if (checkpoint && event instanceof RunEvent.StepMeasured) {
                kill();
            }
        }

        private void kill() {
            try {
                ProcessHandle.of(RunFiles.status(run).pid()).ifPresent(ProcessHandle::destroyForcibly);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void onExit(WorkerExit exit) {}
    }

    @Test
    @DisplayName("kill -9 in the middle of an epoch: a sentence, labels untouched, the last checkpoint still predicts")
    void killed() throws Exception {
        Path project = SmallProject.in(folder.resolve("project"));
        byte[] labels = Files.readAllBytes(project);
        ProjectFile file = ProjectFile.open(project);
        Dataset dataset = new DatasetBuilder().build(file.project(), project).dataset();
        RunConfig config = ConfigOverride.parse("optimization.epochs=1000").applyTo(RunFixture.config("tiny"));
        RunDirectory run = new RunStore(folder.resolve("runs"), Clock.systemUTC()).create(config, dataset, project);
        Killer killer = new Killer(run, new CopyOnWriteArrayList<>());

        try (RunHost host = new ForkedRunHost(LAUNCHER, WorkerTimes.standard())) {
            WorkerExit exit = host.start(new TrainingJob(config, dataset, run), killer)
                    .exit()
                    .get(5, TimeUnit.MINUTES);
            assertEquals(WorkerExit.Kind.KILLED, exit.kind(), exit.sentence());
            assertTrue(exit.sentence().contains("annotations are untouched"), exit.sentence());
        }
        assertEquals(RunState.FAILED, RunFiles.status(run).state());
        assertArrayEquals(labels, Files.readAllBytes(project));
        try (DetectionHost host = new ForkedDetectionHost(LAUNCHER, WorkerTimes.standard(), folder.resolve("d.log"))) {
            Path image = dataset.test().get(0).image();
            DetectionHost.Found found = host.detect(run.root(), image, 0).get(5, TimeUnit.MINUTES);
            assertEquals(new LabelMap(List.of("fire")), found.labels());
        }
    }
}
