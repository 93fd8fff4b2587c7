package io.flamemark.app.project;

import io.flamemark.annotation.Project;
import io.flamemark.app.task.FxTasks;
import io.flamemark.dataset.ImageLocator;
import io.flamemark.dataset.OutsideFolders;
import io.flamemark.settings.SettingsStore;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

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

    public FolderPermission(ProjectModel model, FxTasks tasks, Prompts prompts, SettingsStore settings) {
        this.model = model;
        this.tasks = tasks;
        this.prompts = prompts;
        this.settings = settings;
        model.allowFolders(() -> settings.get().allowedFolders());
        model.onOpened(this::look);
    }

    private void look() {
        Project project = model.project();
        ImageLocator locator = model.locator();
        if (project.images().isEmpty()) {
            return;
        }
        tasks.task("Looking for images", progress -> OutsideFolders.of(project, locator))
                .onSuccess(this::ask)
                .start();
    }

    private void ask(Map<Path, Integer> folders) {
        if (!asked.addAll(folders.keySet()) || !prompts.allowFolders(folders)) {
            return;
        }
        settings.update(s -> s.withAllowed(folders.keySet()));
        model.lookAgain();
    }
}
