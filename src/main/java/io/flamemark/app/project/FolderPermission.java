package io.flamemark.app.project;

import io.flamemark.annotation.Project;
import io.flamemark.app.command.Command;
import io.flamemark.app.command.CommandRegistry;
import io.flamemark.app.task.FxTasks;
import io.flamemark.dataset.ImageLocator;
import io.flamemark.dataset.OutsideFolders;
import io.flamemark.edit.EditSession;
import io.flamemark.settings.SettingsStore;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Asks before images outside of a project's own folder are opened: a project from a stranger may name any file of this
 * machine. A folder is asked about once; what was allowed holds for good.
 */
public final class FolderPermission {

    private final ProjectModel model;
    private final FxTasks tasks;
    private final Prompts prompts;
    private final SettingsStore settings;
    private final Set<Path> asked = new HashSet<>();
    /** How many images of the project lie in each folder that is not allowed. */
    private final ObjectProperty<Map<Path, Integer>> closed = new SimpleObjectProperty<>(Map.of());

    public FolderPermission(ProjectModel model, FxTasks tasks, Prompts prompts, SettingsStore settings) {
        this.model = model;
        this.tasks = tasks;
        this.prompts = prompts;
        this.settings = settings;
        model.allowFolders(() -> settings.get().allowedFolders());
        model.onOpened(this::look);
    }

    /** The command that asks again, for who has thought better of it. */
    public void register(CommandRegistry registry) {
        registry.add(Command.of("project.allow-folders", "Allow folders…")
                .menu("Project")
                .section(ProjectCommands.FINDINGS)
                .icon("fth-unlock")
                .enabledWhen(Bindings.createBooleanBinding(() -> !closed.get().isEmpty(), closed))
                .does(() -> ask(closed.get())));
    }

    private void look() {
        Project project = model.project();
        EditSession session = model.session();
        ImageLocator locator = model.locator();
        closed.set(Map.of());
        if (project.images().isEmpty()) {
            return;
        }
        tasks.task("Looking for images", progress -> OutsideFolders.of(project, locator))
                .onSuccess(folders -> found(session, folders))
                .start();
    }

    private void found(EditSession opened, Map<Path, Integer> folders) {
        if (opened != model.session()) {
            return;
        }
        closed.set(folders);
        if (asked.addAll(folders.keySet())) {
            ask(folders);
        }
    }

    private void ask(Map<Path, Integer> folders) {
        if (prompts.allowFolders(folders)) {
            settings.update(s -> s.withAllowed(folders.keySet()));
            model.lookAgain();
        }
    }
}
