package io.flamemark.app.project;

import io.flamemark.annotation.Project;
import io.flamemark.annotation.RegionId;
import io.flamemark.app.command.Command;
import io.flamemark.app.command.CommandRegistry;
import io.flamemark.app.task.FxTasks;
import io.flamemark.edit.ImportOutcome;
import io.flamemark.edit.ImportPlan;
import io.flamemark.edit.ImportPlan.Choice;
import io.flamemark.format.ImportedNames;
import io.flamemark.format.ProjectFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Brings the annotations of another file, whatever {@link ProjectFile#open} understands, into the open project, as one
 * step that can be undone. A list of VIA attributes brings its definitions.
 */
public final class ImportCommand {

    private final ProjectModel model;
    private final FxTasks tasks;
    private final Prompts prompts;

    public ImportCommand(ProjectModel model, FxTasks tasks, Prompts prompts) {
        this.model = model;
        this.tasks = tasks;
        this.prompts = prompts;
    }

    public void register(CommandRegistry registry) {
        registry.add(Command.of("project.import", "Import annotations…")
                .menu("Project")
                .section(ProjectCommands.EXCHANGE)
                .icon("fth-download")
                .keys("Shortcut+Shift+I")
                .enabledWhen(model.pathProperty().isNotNull())
                .does(() -> prompts.fileToImport().ifPresent(this::read)));
    }

    private void read(Path file) {
        read(file, () -> ProjectFile.open(file));
    }

    private void read(Path file, Callable<ProjectFile> reading) {
        Project into = model.project();
        Path folder = model.path().orElseThrow().getParent();
        tasks.task("Reading " + file.getFileName(), progress -> {
                    ProjectFile read = reading.call();
                    return ImportPlan.of(into, ImportedNames.seenFrom(folder, read));
                })
                .onSuccess(this::choose)
                .onFailure(this::notRead)
                .start();
    }

    private void notRead(Exception e) {
        if (!OtherEncoding.asked(prompts, e, this::read)) {
            prompts.problem("The annotations cannot be imported", sentence(e));
        }
    }

    private void choose(ImportPlan plan) {
        Optional<Choice> choice = plan.shared().isEmpty()
                ? Optional.of(Choice.MERGE)
                : prompts.importChoice(plan.shared().size(), plan.newImages());
        if (choice.isEmpty()) {
            return;
        }
        Deque<RegionId> ids = new ArrayDeque<>();
        for (int i = plan.from().regionCount(); i > 0; i--) {
            ids.add(model.session().newRegionId());
        }
        tasks.task("Importing", progress -> plan.with(choice.get(), ids::remove))
                .onSuccess(outcome -> apply(plan, outcome))
                .onFailure(e -> prompts.problem("The annotations cannot be imported", sentence(e)))
                .start();
    }

    private void apply(ImportPlan plan, ImportOutcome outcome) {
        if (model.project() != plan.into()) {
            prompts.problem(
                    "The annotations are not imported", "The project was changed in the meantime; import them again.");
            return;
        }
        model.apply(outcome.edit(plan.into()));
        if (outcome.findings().isEmpty()) {
            prompts.note(outcome.summary());
        } else {
            prompts.losses(outcome.summary(), outcome.findings());
        }
    }

    private static String sentence(Exception e) {
        return e instanceof IOException ? e.getMessage() : "This should not have happened: " + e;
    }
}
