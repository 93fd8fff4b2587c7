package io.flamemark.app.train.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.task.FxTasks;
import io.flamemark.run.RunDetails;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunFixture;
import io.flamemark.run.RunNotes;
import io.flamemark.run.RunStatus;
import io.flamemark.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsViewModelTest {

    @TempDir
    Path folder;

    private final FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, e -> {
        throw new AssertionError(e);
    });
    private RunStore store;
    private RunsViewModel model;

    @BeforeEach
    void twoRuns() throws IOException {
        RunFixture.stopped(folder, "quick");
        RunFixture.stopped(folder, "best");
        store = new RunStore(folder.resolve("runs"), Clock.systemUTC());
        model = new RunsViewModel(() -> Optional.of(store), tasks);
        model.onChange(this::read);
        read();
    }

    private void read() {
        try {
            model.read(store.list());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private RunDetails one(String preset) {
        return model.runs().stream()
                .filter(run -> run.summary().preset().equals(preset))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("a name, tags and notes stay with the run")
    void notes() throws IOException {
        RunDetails run = one("best");
        model.note(run, run.notes().withName("Night").withTags("drone, dusk").withText("smoke was missed"));
        read();
        RunDetails again = one("best");
        assertEquals("Night", again.name());
        assertEquals(List.of("drone", "dusk"), again.notes().tags());
        assertEquals("smoke was missed", RunNotes.of(run.summary().directory()).text());
        assertEquals("Night", again.summary().name(), "in lists and charts too");
    }

    @Test
    @DisplayName("a run with a file that cannot be read is shown as damaged, the others as usual")
    void damaged() throws IOException {
        RunDetails run = one("best");
        Files.writeString(run.summary().directory().dataset(), "{ half");
        read();
        assertEquals(2, model.runs().size());
        RunDetails again = one("best");
        assertTrue(again.damage().contains("dataset.json"), again.damage());
        assertEquals("damaged", RunWord.of(again));
        assertEquals(run.config(), again.config(), "what can be read is there");
        assertFalse(one("quick").isDamaged());
        assertEquals("", model.problemProperty().get());
    }

    @Test
    @DisplayName("runs told anew replace the list only where something changed, within what is put around it")
    void unchanged() throws IOException {
        List<Integer> changes = new ArrayList<>();
        model.changeWithin(change -> {
            change.run();
            changes.add(model.runs().size());
        });
        read();
        assertEquals(List.of(), changes);
        RunFixture.job(folder, "balanced");
        read();
        assertEquals(List.of(3), changes);
    }

    @Test
    @DisplayName("the filter wants each of its words somewhere, whatever their case")
    void filter() {
        RunDetails run = one("best");
        model.note(run, run.notes().withTags("Drone"));
        model.filterProperty().set("drone STOPPED");
        assertEquals(
                List.of("best"),
                model.runs().stream().map(r -> r.summary().preset()).toList());
        model.filterProperty().set("drone quick");
        assertTrue(model.runs().isEmpty());
        model.filterProperty().set(" ");
        assertEquals(2, model.runs().size());
    }

    @Test
    @DisplayName("deleted runs leave the list and come back by undo")
    void undo() {
        List<RunDetails> both = List.copyOf(model.runs());
        model.discard(both);
        assertTrue(model.runs().isEmpty());
        assertTrue(model.doneProperty().get().contains("2 runs"));
        model.undo();
        assertEquals(2, model.runs().size());
        assertNull(model.discardedProperty().get());
    }

    @Test
    @DisplayName("a run in training stays, the others are deleted and come back; both is told")
    void partly() throws IOException {
        RunDetails training = model.runs().get(0);
        RunStatus begun = RunFiles.status(RunsViewModel.directory(training))
                .after(new RunEvent.Started("", 1, 1, 1, 1, 1), ProcessHandle.current(), Instant.now());
        RunFiles.write(RunsViewModel.directory(training).state(), begun);
        model.discard(List.copyOf(model.runs()));
        assertEquals(1, model.runs().size());
        assertTrue(model.problemProperty().get().contains("is in training"));
        assertTrue(
                model.doneProperty().get().startsWith("1 run moved"),
                model.doneProperty().get());
        model.undo();
        assertEquals(2, model.runs().size());
    }

    @Test
    @DisplayName("what cannot be brought back, because its name is taken, stays on offer; the others come back")
    void partlyBack() throws IOException {
        RunDetails taken = model.runs().get(0);
        model.discard(List.copyOf(model.runs()));
        Path inTheWay = Files.createDirectories(RunsViewModel.directory(taken).root());
        model.undo();
        assertEquals(1, model.runs().size());
        assertTrue(model.problemProperty().get().contains("rename its folder"));
        Files.delete(inTheWay);
        model.undo();
        assertEquals(2, model.runs().size());
        assertEquals("", model.problemProperty().get());
    }

    @Test
    @DisplayName("a run that waits for its turn stays, the others are deleted")
    void waits() throws IOException {
        RunFixture.job(folder, "balanced");
        read();
        model.discard(List.copyOf(model.runs()));
        assertEquals(1, model.runs().size());
        assertTrue(
                model.problemProperty().get().contains("out of the queue"),
                model.problemProperty().get());
    }

    @Test
    @DisplayName("an exported run is imported beside the first; a file that is none is named")
    void zip() throws IOException {
        Path zip = folder.resolve("run.zip");
        model.export(one("quick"), zip);
        model.importFrom(zip);
        assertEquals(3, model.runs().size());
        Path other = Files.writeString(folder.resolve("other.zip"), "no zip");
        model.importFrom(other);
        assertTrue(model.problemProperty().get().contains("other.zip"));
        assertFalse(Files.exists(new RunDirectory(folder.resolve("runs").resolve("other")).root()));
    }
}
