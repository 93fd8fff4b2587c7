package io.flamemark.app.project;

import io.flamemark.annotation.Finding;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Task;
import io.flamemark.dataset.ImageLocator;
import io.flamemark.dataset.PictureFindings;
import io.flamemark.format.ProjectFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Tells what is wrong with a project, and which of its pictures are missing. Looked for in the background: in a large
 * one, that takes a while.
 */
final class ProjectFindings {

    private final FxTasks tasks;
    private final Prompts prompts;

    private final Supplier<ImageLocator> locator;

    ProjectFindings(FxTasks tasks, Prompts prompts, Supplier<ImageLocator> locator) {
        this.tasks = tasks;
        this.prompts = prompts;
        this.locator = locator;
    }

    /**
     * Says in a note how much there is to look at in a project that was just opened.
     *
     * @param stillOpen whether anybody still wants to know
     */
    void note(ProjectFile opened, String name, BooleanSupplier stillOpen) {
        looking(opened, name)
                .onSuccess(found -> {
                    if (stillOpen.getAsBoolean()) {
                        note(found, name);
                    }
                })
                .start();
    }

    /** Lists them. */
    void show(ProjectFile opened, String name) {
        looking(opened, name).onSuccess(prompts::findings).start();
    }

    private Task<List<Finding>> looking(ProjectFile opened, String name) {
        ImageLocator found = locator.get();
        return tasks.task("Looking over " + name, progress -> {
            List<Finding> all = new ArrayList<>(opened.findings());
            all.addAll(PictureFindings.missing(opened.project(), opened.path(), found));
            return all;
        });
    }

    /** A folder that has to be allowed is asked about already, see {@link FolderPermission}. */
    private void note(List<Finding> findings, String name) {
        long serious = findings.stream()
                .filter(f -> f.severity() != Finding.Severity.INFO)
                .filter(f -> !f.code().equals(PictureFindings.FOLDER_NOT_ALLOWED))
                .count();
        if (serious > 0) {
            prompts.note("%s %s in %s to look at: Project > What was found."
                    .formatted(serious, serious == 1 ? "thing" : "things", name));
        }
    }
}
