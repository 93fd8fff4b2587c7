package io.flamemark.app.project;

import io.flamemark.annotation.Finding;
import io.flamemark.app.task.FxTasks;
import io.flamemark.format.ProjectFile;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Tells what is wrong with a project. Looked for in the background: in a large one, that takes a while. */
final class ProjectFindings {

    private final FxTasks tasks;
    private final Prompts prompts;

    ProjectFindings(FxTasks tasks, Prompts prompts) {
        this.tasks = tasks;
        this.prompts = prompts;
    }

    /**
     * Says in a note how much there is to look at in a project that was just opened.
     *
     * @param stillOpen whether anybody still wants to know
     */
    void note(ProjectFile opened, String name, BooleanSupplier stillOpen) {
        tasks.task("Looking over " + name, progress -> opened.findings())
                .onSuccess(found -> {
                    if (stillOpen.getAsBoolean()) {
                        note(found, name);
                    }
                })
                .start();
    }

    /** Lists them. */
    void show(ProjectFile opened, String name) {
        tasks.task("Looking over " + name, progress -> opened.findings())
                .onSuccess(prompts::findings)
                .start();
    }

    private void note(List<Finding> findings, String name) {
        long serious = findings.stream()
                .filter(f -> f.severity() != Finding.Severity.INFO)
                .count();
        if (serious > 0) {
            prompts.note("%d %s in %s to look at: Project > What was found."
                    .formatted(serious, serious == 1 ? "thing" : "things", name));
        }
    }
}
