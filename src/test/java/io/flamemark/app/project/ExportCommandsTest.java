package io.flamemark.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.app.command.CommandRegistry;
import io.flamemark.app.task.FxTasks;
import io.flamemark.edit.Edit;
import io.flamemark.edit.Projects;
import io.flamemark.format.AttributesFile;
import io.flamemark.format.ProjectFile;
import io.flamemark.geometry.Point;
import io.flamemark.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exporting without a window; background work is done at once. */
class ExportCommandsTest {

    @TempDir
    Path folder;

    private final ProjectModel model = new ProjectModel();
    private final ScriptedPrompts prompts = new ScriptedPrompts();
    private final TestJournal journals = new TestJournal();
    private final CommandRegistry registry = new CommandRegistry();

    @BeforeEach
    void open() throws IOException {
        FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, e -> {
            throw new AssertionError(e);
        });
        SettingsStore settings = SettingsStore.open(folder.resolve("settings.json"), Runnable::run);
        ProjectDocument document =
                new ProjectDocument(model, tasks, prompts, settings, journals.of(model, tasks, folder));
        new ExportCommands(model, document, tasks, prompts).register(registry);
        assertFalse(registry.get("project.export-coco").enabled().get(), "nothing is open");
        Path file = folder.resolve("fires.json");
        ProjectFile.create(file, Projects.twoImages());
        document.open(file);
        prompts.notes.clear();
    }

    @AfterEach
    void close() {
        journals.close();
    }

    @Test
    @DisplayName("what is on the screen is exported, saved or not, and stays unsaved")
    void unsaved() throws IOException {
        Region point = new Region(new RegionId(9), new Shape.PointShape(new Point(5, 5)), Map.of());
        model.apply(new Edit.AddRegions(Projects.FIRST, List.of(point), "add a point"));
        Path target = folder.resolve("out.csv");
        prompts.target = Optional.of(target);
        registry.get("project.export-via-csv").run();
        assertEquals(List.of("export as fires_via-csv.csv"), prompts.questions);
        assertEquals(List.of(), prompts.problems);
        assertEquals(3, ProjectFile.open(target).project().regionCount());
        assertTrue(model.dirtyProperty().get());
        assertEquals(folder.resolve("fires.json"), model.path().orElseThrow());
    }

    @Test
    @DisplayName("the definitions of attributes go to a file that another project takes over")
    void attributesAlone() throws IOException {
        Path target = folder.resolve("attributes.json");
        prompts.target = Optional.of(target);
        registry.get("project.export-via-attributes").run();
        assertEquals(List.of(), prompts.problems);
        assertEquals(model.project().schema(), AttributesFile.read(target).schema());
    }

    @Test
    @DisplayName("what the format cannot hold is shown; in a folder that holds something a new one is made")
    void losses() throws IOException {
        Path target = Files.createDirectory(folder.resolve("yolo"));
        prompts.target = Optional.of(target);
        registry.get("project.export-yolo").run();
        assertEquals(List.of("export as fires_yolo", "copy pictures"), prompts.questions);
        assertTrue(prompts.notes.get(0).startsWith("Exported as a YOLO data set: " + target), prompts.notes.toString());
        assertTrue(prompts.notes.get(1).contains("\"a.jpg\" is not there"), prompts.notes.toString());
        registry.get("project.export-yolo").run();
        registry.get("project.export-yolo").run();
        assertEquals(List.of(), prompts.problems);
        assertTrue(Files.isRegularFile(target.resolve("fires_yolo").resolve("data.yaml")));
        assertTrue(Files.isRegularFile(target.resolve("fires_yolo-2").resolve("data.yaml")));
    }

    @Test
    @DisplayName("who thinks better of it at the question about pictures exports nothing")
    void cancelledLate() {
        Path target = folder.resolve("yolo");
        prompts.target = Optional.of(target);
        prompts.copying = Optional.empty();
        registry.get("project.export-yolo").run();
        assertFalse(Files.exists(target));
        assertEquals(List.of(), prompts.notes);
    }

    @Test
    @DisplayName("a cancelled chooser writes nothing")
    void cancelled() {
        prompts.target = Optional.empty();
        registry.get("project.export-coco").run();
        assertEquals(List.of(), prompts.notes);
        assertEquals(List.of(), prompts.problems);
    }
}
