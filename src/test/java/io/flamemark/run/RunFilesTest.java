package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.dataset.Dataset;
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
    @DisplayName("runs are listed newest first with their state; an unreadable one does not hide the others")
    void list() throws Exception {
        RunDirectory older = create(store("2026-11-22T17:30:00Z"));
        RunDirectory newer = create(store("2026-11-23T09:00:00Z"));
        RunDirectory broken = create(store("2026-11-24T09:00:00Z"));
        Files.writeString(broken.state(), "{");
        Files.createDirectories(folder.resolve("runs/not-a-run"));

        List<RunSummary> runs = store("2026-11-25T00:00:00Z").list();
        assertEquals(
                List.of(newer.id(), older.id()),
                runs.stream().map(RunSummary::id).toList());
        assertEquals(RunState.QUEUED, runs.get(0).status().state());
        assertEquals("quick", runs.get(0).preset());
        assertFalse(runs.get(0).hasModel());
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
                start);
    }

    @Test
    @DisplayName("a model card comes back as it was written")
    void modelCard() throws Exception {
        TrainingJob job = RunFixture.job(folder, "quick");
        ModelCard card = ModelCard.of(
                job, 3, Optional.of(new Scores(.1, .2, .3, .4, -1)), 1234, Instant.parse("2026-11-22T17:30:00Z"));
        RunFiles.write(job.directory().modelCard(), card);

        assertEquals(card, RunFiles.modelCard(job.directory().modelCard()));
        assertEquals(2, card.data().trainObjects());
    }

    @Test
    @DisplayName("a file of a newer version is refused with the advice to update")
    void newerVersion() throws Exception {
        RunDirectory run = create(store("2026-11-22T17:30:00Z"));
        String json = Files.readString(run.config());
        Files.writeString(run.config(), json.replaceFirst("\"version\": \\d+", "\"version\": 99"));
        IOException e = assertThrows(IOException.class, () -> RunFiles.config(run));
        assertTrue(e.getMessage().contains("config.json") && e.getMessage().contains("newer"), e.getMessage());
    }

    @Test
    @DisplayName("a missing file is named")
    void missing() {
        IOException e = assertThrows(IOException.class, () -> RunFiles.readConfig(folder.resolve("none.json")));
        assertTrue(e.getMessage().contains("none.json: there is no such file"), e.getMessage());
    }
}
