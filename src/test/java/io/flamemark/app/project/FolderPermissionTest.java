package io.flamemark.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.app.command.Command;
import io.flamemark.app.command.CommandRegistry;
import io.flamemark.app.task.FxTasks;
import io.flamemark.settings.SettingsStore;
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

/** Images outside of the project's folder; background work is done at once. */
class FolderPermissionTest {

    @TempDir
    Path folder;

    private final ProjectModel model = new ProjectModel();
    private final ScriptedPrompts prompts = new ScriptedPrompts();
    private final CommandRegistry registry = new CommandRegistry();
    private SettingsStore settings;
    private Path photo;

    @BeforeEach
    void start() throws IOException {
        FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, e -> {
            throw new AssertionError(e);
        });
        settings = SettingsStore.open(folder.resolve("settings.json"), Runnable::run);
        new FolderPermission(model, tasks, prompts, settings).register(registry);
        photo = Files.createFile(Files.createDirectory(folder.resolve("photos")).resolve("a.jpg"));
    }

    @Test
    @DisplayName("a folder that is refused stays closed, and is asked about once")
    void refused() {
        open();
        open();
        assertEquals(List.of("allow {" + photo.getParent() + "=1}"), prompts.questions);
        assertEquals(Optional.empty(), model.locator().find("../photos/a.jpg"));
        assertEquals(List.of(), settings.get().allowedFolders());
    }

    @Test
    @DisplayName("who refused can ask to be asked again; there is nothing to ask once all is allowed")
    void secondThoughts() {
        open();
        Command again = registry.get("project.allow-folders");
        assertTrue(again.enabled().get());
        prompts.agrees = true;
        again.run();
        assertEquals(Optional.of(photo), model.locator().find("../photos/a.jpg"));
        assertFalse(again.enabled().get());
    }

    @Test
    @DisplayName("a folder that is allowed opens at once and from then on")
    void allowed() {
        prompts.agrees = true;
        open();
        assertEquals(Optional.of(photo), model.locator().find("../photos/a.jpg"));
        assertEquals(List.of(photo.getParent()), settings.get().allowedFolders());
        open();
        assertEquals(1, prompts.questions.size());
    }

    private void open() {
        ImageEntry image = new ImageEntry(new ImageId("a"), "../photos/a.jpg", 1, List.of(), Map.of());
        model.open(
                Project.empty("p").withImages(List.of(image)),
                folder.resolve("project").resolve("via_project.json"));
    }
}
