package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Sample;
import io.flamemark.files.Folders;
import io.flamemark.files.Sha256;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {

    @TempDir
    Path folder;

    private RunStore store(String instant) {
        return new RunStore(folder.resolve("runs"), Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    private RunDirectory create(RunStore store) throws IOException {
        Path project = Files.writeString(folder.resolve("Camp fire!.json"), "{\"labels\":1}");
        return store.create(RunFixture.config("quick"), RunFixture.dataset(folder), project);
    }

    @Test
    @DisplayName("a run directory alone gives back the job: configuration and data")
    void frozenJob() throws Exception {
        RunDirectory run = create(store("2026-11-22T17:30:00Z"));
        TrainingJob job = RunFiles.job(run);

        assertEquals(RunFixture.config("quick"), job.config());
        Dataset original = RunFixture.dataset(folder);
        assertEquals(original, job.dataset());
        String json = Files.readString(run.dataset());
        assertTrue(json.contains(Sha256.of(folder.resolve("a.png"))), json);
        assertEquals("{\"labels\":1}", Files.readString(run.labels()));
    }

    @Test
    @DisplayName("ids sort by time and name the project")
    void ids() throws Exception {
        String id = create(store("2026-11-22T17:30:00Z")).id();
        assertTrue(id.matches("2026-11-2[123]T\\d{4}-camp-fire-[0-9a-f]{4}"), id);
    }

    @Test
    @DisplayName("runs are listed newest first with their state; one that cannot be read says which file and why")
    void list() throws Exception {
        RunDirectory older = create(store("2026-11-22T17:30:00Z"));
        RunDirectory newer = create(store("2026-11-23T09:00:00Z"));
        RunDirectory broken = create(store("2026-11-24T09:00:00Z"));
        Files.writeString(broken.state(), "{");
        RunDirectory torn = create(store("2026-11-25T09:00:00Z"));
        Files.write(torn.config(), new byte[20]);
        Files.createDirectories(folder.resolve("runs/not-a-run"));

        List<RunSummary> runs = store("2026-11-25T00:00:00Z").list();
        assertEquals(
                List.of(torn.id(), broken.id(), newer.id(), older.id()),
                runs.stream().map(RunSummary::id).toList());
        assertEquals(RunState.QUEUED, runs.get(2).status().state());
        assertEquals("quick", runs.get(2).preset());
        assertFalse(runs.get(2).hasModel() || runs.get(2).isDamaged());
        assertTrue(runs.get(0).damage().contains("config.json"), runs.get(0).damage());
        assertTrue(runs.get(1).damage().contains("state.json"), runs.get(1).damage());
        assertEquals("quick", runs.get(1).preset(), "what can be read is there");
        assertFalse(runs.get(1).canGoOn());
        assertEquals(1, RunDetails.of(runs.get(0)).damage().lines().count(), "told once");
    }

    @Test
    @DisplayName("a run that cannot be read goes to the bin and comes back")
    void damagedToTheBin() throws Exception {
        RunStore store = store("2026-11-22T17:30:00Z");
        RunDirectory broken = create(store);
        Files.writeString(broken.state(), "{");
        RunBin bin = new RunBin(store.folder());
        RunDirectory moved = bin.discard(broken);
        assertTrue(store.list().isEmpty());
        bin.restore(moved, broken.id());
        assertEquals(1, store.list().size());
    }

    @Test
    @DisplayName("a chosen folder must be empty: no run is written over")
    void chosenFolder() throws Exception {
        Path project = Files.writeString(folder.resolve("p.json"), "{}");
        RunStore store = store("2026-11-22T17:30:00Z");
        Path chosen = folder.resolve("mine");
        RunDirectory run = store.createAt(chosen, RunFixture.config("quick"), RunFixture.dataset(folder), project);
        assertEquals(chosen.toAbsolutePath(), run.root());
        assertThrows(
                FileAlreadyExistsException.class,
                () -> store.createAt(chosen, RunFixture.config("quick"), RunFixture.dataset(folder), project));
    }

    @Test
    @DisplayName("no run is made where no training image has an outline")
    void nothingToLearn() throws Exception {
        Path project = Files.writeString(folder.resolve("p.json"), "{}");
        Dataset judged = RunFixture.dataset(folder);
        Sample bare = new Sample("bare", judged.train().get(0).image(), 40, 30, List.of());
        Dataset dataset = new Dataset(judged.labels(), List.of(bare), judged.validation(), List.of());
        RunStore store = store("2026-11-22T17:30:00Z");
        TrainingException refused =
                assertThrows(TrainingException.class, () -> store.create(RunFixture.config("quick"), dataset, project));
        assertTrue(refused.getMessage().contains("Draw at least one"), refused.getMessage());
        Path chosen = folder.resolve("mine");
        assertThrows(
                TrainingException.class, () -> store.createAt(chosen, RunFixture.config("quick"), dataset, project));
        assertFalse(Files.exists(chosen) || Files.exists(store.folder()));
    }

    @Test
    @DisplayName("a run whose process is gone shows as failed, although nobody could write that down")
    void diedSilently() throws Exception {
        RunDirectory run = create(store("2026-11-22T17:30:00Z"));
        RunStatus running = RunFiles.status(run)
                .after(new RunEvent.Started("r", 1, 1, 2, 3, 4), ProcessHandle.current(), Instant.EPOCH);
        RunFiles.write(run.state(), running);
        assertEquals(
                RunState.RUNNING,
                store("2026-11-25T00:00:00Z").list().get(0).status().state());

        RunFiles.write(run.state(), begunAt(running, running.pidStart().map(start -> start.plusSeconds(1))));
        assertEquals(
                RunState.RUNNING,
                store("2026-11-25T00:00:00Z").list().get(0).status().state(),
                "processes may see the start a second apart");

        RunFiles.write(run.state(), begunAt(running, Optional.of(Instant.EPOCH)));
        assertEquals(
                RunState.FAILED,
                store("2026-11-25T00:00:00Z").list().get(0).status().state());
    }

    @Test
    @DisplayName("a run whose maker is gone before the training began shows as failed, and says so")
    void neverBegan() throws Exception {
        RunDirectory run = create(store("2026-11-22T17:30:00Z"));
        RunFiles.write(run.state(), begunAt(RunFiles.status(run), Optional.of(Instant.EPOCH)));

        RunStatus status = store("2026-11-25T00:00:00Z").list().get(0).status();
        assertEquals(RunState.FAILED, status.state());
        assertTrue(status.message().contains("before this training began"), status.message());
    }

    private static RunStatus begunAt(RunStatus running, Optional<Instant> start) {
        return new RunStatus(
                running.version(),
                running.state(),
                "",
                0,
                2,
                0,
                Optional.empty(),
                running.created(),
                running.updated(),
                running.pid(),
                start,
                running.folder());
    }

    @Test
    @DisplayName("a configuration that contradicts itself is refused before anything is made")
    void contradictions() throws Exception {
        Path project = Files.writeString(folder.resolve("p.json"), "{}");
        RunStore store = store("2026-11-22T17:30:00Z");
        for (String wrong : List.of(
                "network.fpnChannels=20",
                "network.backboneChannels=24",
                "tuning.firstDrop=0.95",
                "tuning.nesterov=true optimization.momentum=0")) {
            RunConfig config = RunFixture.config("quick");
            for (String setting : wrong.split(" ")) {
                config = ConfigOverride.parse(setting).applyTo(config);
            }
            RunConfig last = config;
            IllegalArgumentException refusal = assertThrows(
                    IllegalArgumentException.class, () -> store.create(last, RunFixture.dataset(folder), project));
            String field = wrong.substring(0, wrong.indexOf('='));
            assertTrue(refusal.getMessage().contains(field), refusal.getMessage());
            assertThrows(
                    IllegalArgumentException.class,
                    () -> store.createAt(folder.resolve("mine"), last, RunFixture.dataset(folder), project));
        }
        assertTrue(Files.notExists(store.folder()) && Files.notExists(folder.resolve("mine")));
    }

    @Test
    @DisplayName("a run goes on when it is over before its time, from its newest checkpoint that holds all it takes")
    void resumption() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC);
        RunDirectory run = create(store("2026-11-22T17:30:00Z"));
        TrainingException running = assertThrows(TrainingException.class, () -> RunResumption.prepare(run, clock));
        assertTrue(running.getMessage().contains("still in training"), running.getMessage());

        RunFixture.end(run, RunState.FINISHED, "Trained 2 epochs.");
        TrainingException finished = assertThrows(TrainingException.class, () -> RunResumption.prepare(run, clock));
        assertTrue(finished.getMessage().contains("Trained 2 epochs."), finished.getMessage());

        assertFalse(RunSummary.of(run).canGoOn());
        RunFixture.end(run, RunState.STOPPED, "");
        assertTrue(RunSummary.of(run).canGoOn());
        assertEquals(
                RunFixture.config("quick"), RunResumption.prepare(run, clock).config());
        assertEquals(RunState.QUEUED, RunFiles.status(run).state());
        assertEquals(Optional.empty(), ResumePoint.of(run), "at the beginning");

        checkpoint(run.checkpoint(1), 1, 3, true);
        checkpoint(run.checkpoint(2), 2, 6, false);
        checkpoint(run.stepCheckpoint(5), 1, 5, true);
        checkpoint(run.checkpoints().resolve("epoch-0003.tmp"), 3, 9, true);
        assertEquals(Optional.of(new ResumePoint(1, 5, run.stepCheckpoint(5))), ResumePoint.of(run));
        for (int step = 7; step < 40; step++) {
            checkpoint(run.stepCheckpoint(step), 2, step, true);
            checkpoint(run.checkpoint(step), 3, step, true);
            assertEquals(
                    run.checkpoint(step),
                    ResumePoint.of(run).orElseThrow().checkpoint(),
                    "an epoch's end is newer than its last step");
        }
        assertThrows(
                TrainingException.class, () -> RunResumption.prepare(new RunDirectory(folder.resolve("no")), clock));
    }

    private static void checkpoint(Path folder, int epoch, int step, boolean whole) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(ResumePoint.STATE), "{\"epoch\":" + epoch + ",\"step\":" + step + "}");
        if (whole) {
            Files.writeString(folder.resolve(ResumePoint.OPTIMIZER), "");
        }
    }

    @Test
    @DisplayName("a configuration of the first version is read with what came later as it was then")
    void firstVersion() throws Exception {
        Path file = Files.writeString(folder.resolve("old.json"), """
                {"version":1,"preset":"quick",
                 "network":{"backbone":"resnet18","norm":"group","weights":"none","minSize":256,"maxSize":384,
                  "fpnChannels":64,"headWidth":256,"maskLayers":2,"trainableStages":"all"},
                 "sampling":{"rpnBatchPerImage":128,"proposalsBeforeNms":500,"proposalsAfterNms":200,
                  "roiBatchPerImage":64,"roiPositiveFraction":0.25,"detectionsPerImage":50,"scoreThreshold":0.05,
                  "nmsThreshold":0.5},
                 "optimization":{"optimizer":"adamw","epochs":20,"stepsPerEpoch":60,"batchSize":2,
                  "learningRate":5.0E-4,"momentum":0.9,"weightDecay":0.01,"warmupSteps":20,"schedule":"cosine",
                  "clipNorm":5},
                 "augmenting":{"flip":0.5,"scaleJitter":0.2,"crop":0.5,"colorJitter":0.4},
                 "validation":{"everyEpochs":1,"patience":0},
                 "machine":{"threads":3,"seed":7,"device":"gpu"}}
                """);
        RunConfig config = RunFiles.readConfig(file);
        assertEquals(RunConfig.VERSION, config.version());
        assertEquals(RunConfig.Tuning.USUAL, config.tuning());
        assertEquals(new RunConfig.Machine(3, 7, "cpu", 0, "float32"), config.machine());
    }

    @Test
    @DisplayName("a file of a newer version is refused with the advice to update")
    void newerVersion() throws Exception {
        RunDirectory run = create(store("2026-11-22T17:30:00Z"));
        assertNewerRefused(run.config(), () -> RunFiles.config(run));
        assertNewerRefused(run.dataset(), () -> RunFiles.dataset(run));
        assertNewerRefused(run.state(), () -> RunFiles.status(run));
    }

    private static void assertNewerRefused(Path file, Executable reading) throws IOException {
        String json = Files.readString(file);
        Files.writeString(file, json.replaceFirst("\"version\": \\d+", "\"version\": 99"));
        IOException e = assertThrows(IOException.class, reading);
        assertTrue(e.getMessage().contains(file.toString()) && e.getMessage().contains("newer"), e.getMessage());
    }

    @Test
    @DisplayName("a run's folder that was renamed or deleted is not made anew")
    void renamed() throws Exception {
        RunDirectory run = create(store("2026-11-22T17:30:00Z"));
        RunConfig config = RunFiles.config(run);
        Files.move(run.root(), folder.resolve("runs/renamed"));
        IOException e = assertThrows(IOException.class, () -> RunFiles.write(run.config(), config));
        assertTrue(e.getMessage().contains("renamed, moved or deleted"), e.getMessage());
        assertThrows(IOException.class, () -> Folders.makeBelow(run.root(), run.model()));
        assertTrue(Files.notExists(run.root()));
    }

    @Test
    @DisplayName("a missing file is named")
    void missing() {
        IOException e = assertThrows(IOException.class, () -> RunFiles.readConfig(folder.resolve("none.json")));
        assertTrue(e.getMessage().contains("none.json: there is no such file"), e.getMessage());
    }
}
