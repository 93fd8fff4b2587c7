package io.flamemark.app.project;

import io.flamemark.app.command.Command;
import io.flamemark.app.command.CommandRegistry;
import io.flamemark.imaging.ImageFileNames;
import io.flamemark.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.value.ObservableStringValue;

/** What can be done to the project as a whole. */
public final class ProjectCommands {

    private static final String PROJECT = "Project";
    private static final String EDIT = "Edit";

    /** Parts of the menu, from above. */
    static final int OPENING = 0;

    static final int SAVING = 1;
    static final int EXCHANGE = 2;
    static final int FINDINGS = 3;

    private final ProjectModel model;
    private final ProjectDocument document;
    private final Prompts prompts;
    private final RecentProjects recent;

    public ProjectCommands(ProjectModel model, ProjectDocument document, Prompts prompts, SettingsStore settings) {
        this.recent = new RecentProjects(settings);
        this.model = model;
        this.document = document;
        this.prompts = prompts;
    }

    public void register(CommandRegistry registry) {
        registry.add(
                project("project.open", "Open a project…", "fth-file", "Shortcut+O")
                        .does(document::chooseAndOpen),
                project("project.open-folder", "Open a folder…", "fth-folder", "Shortcut+Shift+O")
                        .does(document::chooseFolderAndOpen));
        recent.register(registry, document);
        registry.add(
                project("project.save", "Save", "fth-save", "Shortcut+S")
                        .section(SAVING)
                        .enabledWhen(model.dirtyProperty())
                        .does(document::save),
                project("project.save-as", "Save as…", "", "Shortcut+Shift+S")
                        .section(SAVING)
                        .enabledWhen(model.pathProperty().isNotNull().or(model.dirtyProperty()))
                        .does(document::saveAs),
                project("project.add-images", "Add images…", "fth-plus-square")
                        .section(EXCHANGE)
                        .does(() -> add(prompts.imagesToAdd())),
                project("project.findings", "What was found", "fth-alert-circle")
                        .section(FINDINGS)
                        .enabledWhen(model.pathProperty().isNotNull())
                        .does(document::showFindings));
        registry.add(
                Command.of("edit.undo", titled("Undo", model.undoTextProperty()))
                        .menu(EDIT)
                        .icon("fth-corner-up-left")
                        .keys("Shortcut+Z")
                        .enabledWhen(StringExpression.stringExpression(model.undoTextProperty())
                                .isNotEmpty())
                        .does(() -> model.session().undo()),
                Command.of("edit.redo", titled("Redo", model.redoTextProperty()))
                        .menu(EDIT)
                        .icon("fth-corner-up-right")
                        .keys("Shortcut+Y", "Shortcut+Shift+Z")
                        .enabledWhen(StringExpression.stringExpression(model.redoTextProperty())
                                .isNotEmpty())
                        .does(() -> model.session().redo()));
    }

    /** Opens what was dropped on the window: a project or folder, or images to add. */
    public void dropped(List<Path> paths) {
        boolean images = paths.stream().allMatch(ImageFileNames::looksLikeImage);
        if (images && model.path().isPresent()) {
            add(paths);
        } else if (images) {
            document.open(paths.get(0).toAbsolutePath().getParent());
        } else {
            document.open(paths.get(0));
        }
    }

    private void add(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        if (model.path().isEmpty()) {
            document.open(files.get(0).toAbsolutePath().getParent());
            return;
        }
        try {
            AddedImages.of(model.project(), model.path().get(), files)
                    .ifPresentOrElse(model::apply, () -> prompts.note("These images are part of the project already."));
        } catch (IOException e) {
            prompts.problem("The images cannot be added", e.getMessage());
        }
    }

    private static Command.Builder project(String id, String title, String icon, String... keys) {
        return Command.of(id, title).menu(PROJECT).icon(icon).keys(keys);
    }

    private static ObservableStringValue titled(String word, ObservableStringValue what) {
        return Bindings.createStringBinding(() -> what.get().isEmpty() ? word : word + ": " + what.get(), what);
    }
}
