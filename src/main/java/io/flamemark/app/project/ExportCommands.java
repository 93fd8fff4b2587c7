package io.flamemark.app.project;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Project;
import io.flamemark.app.command.Command;
import io.flamemark.app.command.CommandRegistry;
import io.flamemark.app.task.FxTasks;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.format.ExportFormat;
import io.flamemark.format.ProjectFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A command for each format that the open project can be written as, unsaved changes included. */
public final class ExportCommands {

    private final ProjectModel model;
    private final ProjectDocument document;
    private final FxTasks tasks;
    private final Prompts prompts;

    public ExportCommands(ProjectModel model, ProjectDocument document, FxTasks tasks, Prompts prompts) {
        this.model = model;
        this.document = document;
        this.tasks = tasks;
        this.prompts = prompts;
    }

    public void register(CommandRegistry registry) {
        List<ExportFormat> formats = new ArrayList<>(ExportFormat.all());
        formats.add(ExportFormat.attributes());
        // VIA's first, the list of attributes among them.
        formats.sort(Comparator.comparing(format -> !format.isVia()));
        for (ExportFormat format : formats) {
            registry.add(Command.of("project.export-" + format.name(), title(format))
                    .menu("Project/Export as")
                    .section(ProjectCommands.EXCHANGE)
                    .icon("fth-share")
                    .enabledWhen(model.pathProperty().isNotNull())
                    .does(() -> document.file().ifPresent(file -> export(format, file))));
        }
    }

    /** The description without its article: {@code COCO file…}. */
    private static String title(ExportFormat format) {
        String name = format.description().replaceFirst("^an? ", "");
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "…";
    }

    private void export(ExportFormat format, ProjectFile file) {
        Path suggested = suggested(format);
        Optional<Path> chosen = prompts.exportTarget(format, suggested);
        Optional<Boolean> copying =
                chosen.isPresent() && format.holdsPictures() ? prompts.copyPictures() : chosen.map(any -> false);
        if (copying.isEmpty()) {
            return;
        }
        // The chooser of files asks before it gives one that exists; that of folders does not.
        boolean isFile = format.extension().isPresent();
        Path target = isFile ? chosen.get() : freeFolder(chosen.get(), suggested.getFileName());
        Project project = model.project();
        Pictures found = new Pictures(model.locator()::find);
        Pictures pictures = copying.get() ? found.copied() : found;
        tasks.task(
                        "Exporting " + target.getFileName(),
                        progress -> format.write(file, project, pictures, target, isFile))
                .unstoppable()
                .onSuccess(losses -> done(format, target, losses))
                .onFailure(e -> prompts.problem("The project is not exported", sentence(e)))
                .start();
    }

    private Path suggested(ExportFormat format) {
        Path project = model.path().orElseThrow();
        String name = project.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String base = (dot > 0 ? name.substring(0, dot) : name) + "_" + format.name();
        return project.resolveSibling(
                format.extension().map(extension -> base + "." + extension).orElse(base));
    }

    /** The folder itself where nothing is in it, else a new one in it: what is there stays as it is. */
    private static Path freeFolder(Path chosen, Path name) {
        Path free = chosen;
        for (int i = 1; holdsSomething(free); i++) {
            free = chosen.resolve(i == 1 ? name.toString() : name + "-" + i);
        }
        return free;
    }

    private static boolean holdsSomething(Path folder) {
        String[] names = folder.toFile().list();
        return names != null && names.length > 0;
    }

    private void done(ExportFormat format, Path target, List<Finding> losses) {
        String written = "Exported as " + format.description() + ": " + target;
        if (losses.isEmpty()) {
            prompts.note(written + ". Nothing is lost.");
        } else {
            prompts.losses(written, losses);
        }
    }

    private static String sentence(Exception e) {
        return e instanceof IOException ? e.getMessage() : "This should not have happened: " + e;
    }
}
