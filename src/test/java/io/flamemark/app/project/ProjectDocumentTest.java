package io.flamemark.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Project;
import io.flamemark.app.task.FxTasks;
import io.flamemark.edit.Edit;
import io.flamemark.edit.Projects;
import io.flamemark.format.ProjectFile;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.RgbImage;
import io.flamemark.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening and saving without a window; background work is done at once. */
class ProjectDocumentTest {

    @TempDir
    Path folder;

    private final ProjectModel model = new ProjectModel();
    private final ScriptedPrompts prompts = new ScriptedPrompts();
    private final TestJournal journals = new TestJournal();
    private SettingsStore settings;
    private ProjectDocument document;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, e -> {
            throw new AssertionError(e);
        });
        settings = SettingsStore.open(folder.resolve("settings.json"), Runnable::run);
        document = new ProjectDocument(model, tasks, prompts, settings, journals.of(model, tasks, folder));
        file = folder.resolve("via_project.json");
        ProjectFile.create(file, Projects.twoImages());
        document.open(file);
    }

    @AfterEach
    void close() {
        journals.close();
    }

    @Test
    @DisplayName("what was changed and saved is what is opened again, and there is nothing left to save")
    void saveAndReopen() throws IOException {
        change();
        assertTrue(model.dirtyProperty().get());
        document.save();
        assertFalse(model.dirtyProperty().get());
        assertEquals(1, ProjectFile.open(file).project().regionCount());
        assertEquals(List.of(file), settings.get().recent());
    }

    @Test
    @DisplayName("what is wrong with a project is told after it was opened, and listed on demand")
    void findings() throws IOException {
        Files.writeString(file, "{\"a1\":{\"filename\":\"a\",\"size\":1,\"regions\":7}}");
        Files.createFile(folder.resolve("a"));
        document.open(file);
        assertTrue(last(prompts.notes).startsWith("1 thing in via_project.json"), () -> last(prompts.notes));
        document.showFindings();
        assertTrue(
                prompts.notes.stream().anyMatch(note -> note.contains("regions_unreadable")),
                () -> prompts.notes.toString());
    }

    @Test
    @DisplayName("of a file that is not in UTF-8 it is asked what it is in; without an answer all stays as it was")
    void otherEncoding() throws IOException {
        Path chinese = folder.resolve("chinese.json");
        String content = "{\"a1\":{\"filename\":\"\u706b.jpg\",\"size\":1,\"regions\":[],\"file_attributes\":{}}}";
        Files.write(chinese, content.getBytes("GB18030"));
        document.open(chinese);
        assertEquals("encoding of chinese.json", last(prompts.questions));
        assertEquals(file, model.path().orElseThrow());
        prompts.agrees = true;
        document.open(chinese);
        assertEquals("\u706b.jpg", model.project().images().get(0).filename());
        assertEquals(folder.resolve("chinese_via.json"), model.path().orElseThrow());
        assertEquals(List.of(), prompts.problems);
    }

    @Test
    @DisplayName("a picture that is missing is listed once; one whose folder is asked about is not counted before")
    void missingPictures() throws IOException {
        Path outside = Files.createFile(
                Files.createDirectories(folder.resolve("outside")).resolve("there.jpg"));
        Path inner = Files.createDirectories(folder.resolve("inner")).resolve("via_project.json");
        Files.createFile(inner.resolveSibling("here.jpg"));
        String entry = "\"%1$s\":{\"filename\":\"%1$s\",\"size\":1,\"regions\":[],\"file_attributes\":{}}";
        Files.writeString(
                inner,
                Stream.of("here.jpg", "gone.jpg", outside.toString().replace('\\', '/'))
                        .map(entry::formatted)
                        .collect(Collectors.joining(",", "{", "}")));
        document.open(inner);
        assertTrue(last(prompts.notes).startsWith("1 thing in via_project.json"), () -> last(prompts.notes));
        prompts.notes.clear();
        document.showFindings();
        List<String> told = prompts.notes.stream()
                .filter(note -> note.contains("is left out"))
                .toList();
        assertEquals(2, told.size(), told.toString());
        assertTrue(told.get(0).startsWith("Image gone.jpg was not found"), told.get(0));
        assertTrue(told.get(1).contains(outside.getParent() + ", outside of the project"), told.get(1));

        model.allowFolders(() -> List.of(outside.getParent()));
        Files.createFile(inner.resolveSibling("gone.jpg"));
        prompts.notes.clear();
        document.showFindings();
        assertFalse(prompts.notes.toString().contains("is left out"), () -> prompts.notes.toString());
    }

    @Test
    @DisplayName("a file that cannot be opened is named, and the open project stays as it is")
    void badFile() throws IOException {
        Path bad = folder.resolve("broken.json");
        for (String content : List.of("", "{\"_via_settings\":{", "hello", "[1,2]")) {
            Files.writeString(bad, content);
            document.open(bad);
            assertTrue(last(prompts.problems).contains("broken.json"), () -> last(prompts.problems));
        }
        document.open(folder.resolve("absent.json"));
        assertTrue(last(prompts.problems).contains("absent.json"));
        assertEquals(5, prompts.problems.size());
        assertEquals(Optional.of(file), model.path());
        assertEquals(2, model.project().regionCount());
    }

    @Test
    @DisplayName("unsaved changes: cancel stays, discard goes on, save saves first")
    void unsavedChanges() throws IOException {
        List<String> done = new ArrayList<>();
        change();
        document.settle(() -> done.add("cancelled"));
        prompts.unsaved = Prompts.Unsaved.DISCARD;
        document.settle(() -> done.add("discarded"));
        assertEquals(2, ProjectFile.open(file).project().regionCount());
        prompts.unsaved = Prompts.Unsaved.SAVE;
        document.settle(() -> done.add("saved"));
        assertEquals(1, ProjectFile.open(file).project().regionCount());
        document.settle(() -> done.add("clean"));
        assertEquals(List.of("discarded", "saved", "clean"), done);
        assertEquals(3, prompts.questions.size());
    }

    @Test
    @DisplayName("changed by another program: both versions are kept under two names")
    void conflict() throws IOException {
        ProjectFile.open(file)
                .save(Projects.twoImages()
                        .withImages(List.of(Projects.twoImages().images().get(1))));
        byte[] theirs = Files.readAllBytes(file);
        change();
        document.save();
        assertEquals(List.of("conflict via_project.json"), prompts.questions);
        assertTrue(model.dirtyProperty().get());
        prompts.conflict = Prompts.Conflict.SAVE_UNDER_ANOTHER_NAME;
        prompts.target = Optional.of(folder.resolve("mine.json"));
        document.save();
        assertEquals(1, ProjectFile.open(folder.resolve("mine.json")).project().regionCount());
        assertEquals(folder.resolve("mine.json"), model.path().orElseThrow());
        assertFalse(model.dirtyProperty().get());
        assertEquals(-1, Arrays.mismatch(theirs, Files.readAllBytes(file)));
    }

    @Test
    @DisplayName("a save that fails stays unsaved and says so")
    void saveFails() throws IOException {
        change();
        Path noFolder = Files.writeString(folder.resolve("a file"), "");
        prompts.target = Optional.of(noFolder.resolve("x.json"));
        document.saveAs();
        assertTrue(last(prompts.problems).contains("x.json"));
        assertTrue(model.dirtyProperty().get());
    }

    @Test
    @DisplayName("saving first is only done where something is to be saved")
    void whenSaved() throws IOException {
        byte[] before = Files.readAllBytes(file);
        List<String> done = new ArrayList<>();
        document.whenSaved(() -> done.add("clean"));
        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(file)));
        change();
        document.whenSaved(() -> done.add("saved"));
        assertEquals(List.of("clean", "saved"), done);
        assertFalse(model.dirtyProperty().get());
    }

    @Test
    @DisplayName("a folder of images opens as a project that is there once it is saved; dropped images join it")
    void folderOfImages() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        image(images.resolve("one.png"));
        document.open(images);
        assertEquals(1, model.project().images().size());
        image(images.resolve("two.png"));
        ProjectCommands commands = new ProjectCommands(model, document, prompts, settings);
        commands.dropped(List.of(images.resolve("two.png"), images.resolve("one.png")));
        assertEquals(
                List.of("one.png", "two.png"),
                model.project().images().stream().map(i -> i.filename()).toList());
        document.save();
        Project saved = ProjectFile.open(images).project();
        assertEquals(2, saved.images().size());
        image(folder.resolve("elsewhere.png"));
        commands.dropped(List.of(folder.resolve("elsewhere.png")));
        assertTrue(last(prompts.problems).contains("elsewhere.png"));
    }

    @Test
    @DisplayName("a save that ends after another project was opened does not turn that one into the first")
    void saveEndsLate() throws IOException {
        Path other = folder.resolve("other.json");
        ProjectFile.create(other, Projects.twoImages());
        Deque<Runnable> background = new ArrayDeque<>();
        ProjectDocument slow = slowDocument(background);
        change();
        slow.save();
        prompts.unsaved = Prompts.Unsaved.DISCARD;
        slow.open(other);
        background.removeLast().run();
        background.remove().run();
        assertEquals(Optional.of(other), model.path());
        byte[] first = Files.readAllBytes(file);
        change();
        slow.save();
        background.removeLast().run();
        assertFalse(model.dirtyProperty().get());
        assertEquals(-1, Arrays.mismatch(first, Files.readAllBytes(file)));
        assertEquals(1, ProjectFile.open(other).project().regionCount());
    }

    @Test
    @DisplayName("what is asked for during a save is done after it, with what was changed since")
    void askedDuringASave() throws IOException {
        Deque<Runnable> background = new ArrayDeque<>();
        ProjectDocument slow = slowDocument(background);
        List<String> done = new ArrayList<>();
        change();
        slow.saveThen(() -> done.add("first"));
        model.apply(new Edit.RemoveImages(Set.of(Projects.FIRST)));
        prompts.unsaved = Prompts.Unsaved.SAVE;
        slow.settle(() -> done.add("second"));
        background.remove().run();
        assertEquals(List.of("first"), done);
        background.remove().run();
        assertEquals(List.of("first", "second"), done);
        assertFalse(model.dirtyProperty().get());
        assertEquals(1, ProjectFile.open(file).project().images().size());
    }

    /** With the project open, and background work that waits to be run. */
    private ProjectDocument slowDocument(Deque<Runnable> background) {
        FxTasks tasks = new FxTasks(background::add, Runnable::run, e -> {
            throw new AssertionError(e);
        });
        ProjectDocument slow = new ProjectDocument(model, tasks, prompts, settings, journals.of(model, tasks, folder));
        slow.open(file);
        background.remove().run();
        background.remove().run(); // looks for what is wrong with it
        return slow;
    }

    private void change() {
        model.apply(new Edit.DeleteRegions(
                Projects.FIRST,
                Set.of(model.project().images().get(0).regions().get(0).id())));
    }

    private static void image(Path file) throws IOException {
        ImageEncoder.write(new RgbImage(4, 3, new int[12]), file, 1);
    }

    private static String last(List<String> all) {
        return all.get(all.size() - 1);
    }
}
