package io.flamemark.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.app.command.Command;
import io.flamemark.app.command.CommandRegistry;
import io.flamemark.app.task.FxTasks;
import io.flamemark.edit.ImportPlan.Choice;
import io.flamemark.edit.Projects;
import io.flamemark.format.AttributesFile;
import io.flamemark.format.FileKind;
import io.flamemark.format.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importing without a window; background work is done at once. */
class ImportCommandTest {

    @TempDir
    Path folder;

    private final ProjectModel model = new ProjectModel();
    private final ScriptedPrompts prompts = new ScriptedPrompts();
    private final Project before = Projects.twoImages();
    private Command command;

    @BeforeEach
    void open() throws IOException {
        FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, e -> {
            throw new AssertionError(e);
        });
        CommandRegistry registry = new CommandRegistry();
        new ImportCommand(model, tasks, prompts).register(registry);
        command = registry.get("project.import");
        Path file = folder.resolve("via_project.json");
        model.open(ProjectFile.create(file, before).project(), file);
    }

    @Test
    @DisplayName("a file imported twice changes nothing, whether merged, replaced or skipped")
    void twice() throws IOException {
        export(before);
        for (Choice choice : Choice.values()) {
            prompts.importChoice = Optional.of(choice);
            command.run();
            assertEquals(before, model.project(), choice.toString());
        }
        assertEquals(
                List.of("import 2 shared, 0 new"),
                prompts.questions.stream().distinct().toList());
    }

    @Test
    @DisplayName("new images come with their names as seen from the project, and one undo takes all back")
    void newImages() throws IOException {
        ImageEntry image = new ImageEntry(new ImageId("new.jpg5"), "new.jpg", 5, List.of(), Map.of());
        export(Project.empty("x").withImages(List.of(image)));
        command.run();
        assertEquals("more/new.jpg", model.project().images().get(2).filename());
        assertTrue(prompts.questions.isEmpty());
        model.session().undo();
        assertEquals(before, model.project());
    }

    @Test
    @DisplayName("a list of attributes brings its definitions")
    void attributes() throws IOException {
        Path file = folder.resolve("attributes.json");
        AttributeSchema.Attribute more =
                new AttributeSchema.Attribute(AttributeSchema.Type.TEXT, "who", List.of(), List.of());
        AttributesFile.create(file, new AttributeSchema(Map.of("observer", more), Map.of()));
        prompts.target = Optional.of(file);
        command.run();
        assertEquals(more, model.project().schema().region().get("observer"));
        assertEquals(before.images(), model.project().images());
    }

    @Test
    @DisplayName("a file that cannot be understood is named, and nothing changes")
    void refused() throws IOException {
        prompts.target = Optional.of(Files.writeString(folder.resolve("x.json"), "{"));
        command.run();
        assertTrue(prompts.problems.get(0).contains("x.json"));
        assertEquals(before, model.project());
    }

    private void export(Project project) throws IOException {
        Path more = Files.createDirectories(folder.resolve("more"));
        Path file = more.resolve("export.json");
        ProjectFile.create(file, project).saveAs(file, project, FileKind.VIA_ANNOTATIONS);
        prompts.target = Optional.of(file);
    }
}
