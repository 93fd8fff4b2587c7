package io.flamemark.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.ImageId;
import io.flamemark.app.task.FxTasks;
import io.flamemark.edit.Edit;
import io.flamemark.edit.Projects;
import io.flamemark.format.ProjectFile;
import io.flamemark.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window does about work that an earlier session could not save. */
class RecoveryTest {

    @TempDir
    Path folder;

    private final ScriptedPrompts prompts = new ScriptedPrompts();
    private final TestJournal journals = new TestJournal();
    private Session first;

    /** A window without a window, in a folder of its own. */
    private final class Session {

        private final ProjectModel model = new ProjectModel();
        private final Path file;
        private final Journaling journaling;
        private final ProjectDocument document;

        private Session(Path home) throws IOException {
            FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, e -> {
                throw new AssertionError(e);
            });
            SettingsStore settings = SettingsStore.open(home.resolve("settings.json"), Runnable::run);
            file = home.resolve("via_project.json");
            journaling = journals.of(model, tasks, home);
            document = new ProjectDocument(model, tasks, prompts, settings, journaling);
        }

        private Path journal() {
            return file.resolveSibling("via_project.json.journal");
        }

        private void delete(Set<ImageId> images) {
            model.apply(new Edit.RemoveImages(images));
        }

        /** What a power cut now would leave, in another folder. */
        private Session afterPowerCut(String name, int lines) throws Exception {
            await(() -> Files.exists(journal()) && Files.readAllLines(journal()).size() == lines);
            Path home = Files.createDirectory(folder.resolve(name));
            Files.copy(file, home.resolve(file.getFileName()));
            Files.copy(journal(), home.resolve(journal().getFileName()));
            return new Session(home);
        }
    }

    @BeforeEach
    void open() throws IOException {
        first = new Session(Files.createDirectory(folder.resolve("first")));
        ProjectFile.create(first.file, Projects.twoImages());
        first.document.open(first.file);
    }

    @AfterEach
    void close() {
        journals.close();
    }

    @Test
    @DisplayName("the edits are there again, unsaved and undoable; kept and saved, they are in the file")
    void keep() throws Exception {
        first.delete(Set.of(Projects.FIRST));
        Session next = first.afterPowerCut("next", 2);
        next.document.open(next.file);
        assertEquals(1, next.model.project().images().size());
        assertEquals(1, next.journaling.recoveredProperty().get().steps().size());
        assertTrue(next.model.dirtyProperty().get());
        assertEquals("remove the image", next.model.undoTextProperty().get());
        next.journaling.keepRecovered();
        assertNull(next.journaling.recoveredProperty().get());
        next.document.save();
        assertEquals(1, ProjectFile.open(next.file).project().images().size());
        await(() -> !Files.exists(next.journal()));
    }

    @Test
    @DisplayName("thrown away, after a question, the project is as in its file, and stays so")
    void discard() throws Exception {
        first.delete(Set.of(Projects.FIRST));
        Session next = first.afterPowerCut("next", 2);
        next.document.open(next.file);
        next.document.discardRecovered();
        assertEquals(1, next.model.project().images().size(), "the question was answered with no");
        prompts.agrees = true;
        next.document.discardRecovered();
        assertEquals(List.of("discard 1", "discard 1"), prompts.questions);
        assertEquals(2, next.model.project().images().size());
        assertFalse(next.model.dirtyProperty().get());
        assertFalse(Files.exists(next.journal()));
    }

    @Test
    @DisplayName("who goes on working has kept the edits; another power cut loses none of both")
    void twice() throws Exception {
        first.delete(Set.of(Projects.FIRST));
        Session next = first.afterPowerCut("next", 2);
        next.document.open(next.file);
        assertNotNull(next.journaling.recoveredProperty().get());
        next.delete(Set.of(Projects.SECOND));
        assertNull(next.journaling.recoveredProperty().get());
        Session third = next.afterPowerCut("third", 3);
        third.document.open(third.file);
        assertEquals(0, third.model.project().images().size());
        assertEquals(2, third.journaling.recoveredProperty().get().steps().size());
    }

    @Test
    @DisplayName("somebody else changed the file: the edits cannot be applied; they are kept and a sentence says where")
    void otherVersion() throws Exception {
        first.delete(Set.of(Projects.FIRST));
        Session next = first.afterPowerCut("next", 2);
        ProjectFile.create(next.file, Projects.twoImages().withImages(List.of()));
        next.document.open(next.file);
        assertEquals(1, prompts.problems.size());
        assertTrue(prompts.problems.get(0).contains("via_project.json.journal-"), prompts.problems.get(0));
        assertFalse(next.model.dirtyProperty().get());
    }

    @Test
    @DisplayName("open in another window: the person is asked, and may leave it")
    void openElsewhere() throws Exception {
        first.delete(Set.of(Projects.FIRST));
        await(() -> Files.exists(first.journal()));
        Session second = new Session(first.file.getParent());
        second.document.open(first.file);
        assertEquals(List.of("opened elsewhere via_project.json"), prompts.questions);
        assertTrue(second.model.path().isEmpty());
        prompts.agrees = true;
        second.document.open(first.file);
        assertEquals(2, second.model.project().images().size(), "what the other window did is not saved");
        second.delete(Set.of(Projects.SECOND));
        await(() -> !prompts.notes.isEmpty());
        second.document.save();
        first.document.save();
        assertEquals("conflict via_project.json", prompts.questions.get(2));
        assertTrue(first.model.dirtyProperty().get());
    }

    @Test
    @DisplayName("saved under another name, what follows goes to a journal there")
    void saveAs() throws Exception {
        first.delete(Set.of(Projects.FIRST));
        Path target = first.file.resolveSibling("other.json");
        prompts.target = Optional.of(target);
        first.document.saveAs();
        first.delete(Set.of(Projects.SECOND));
        Path journal = target.resolveSibling("other.json.journal");
        await(() -> Files.exists(journal));
        assertFalse(Files.exists(first.journal()));
        assertEquals(2, ProjectFile.open(first.file).project().images().size());
    }

    @Test
    @DisplayName("closed, a project leaves no journal: its edits are saved or meant to be lost")
    void closed() throws Exception {
        first.delete(Set.of(Projects.FIRST));
        await(() -> Files.exists(first.journal()));
        first.document.close();
        assertFalse(Files.exists(first.journal()));
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "it did not come about");
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
