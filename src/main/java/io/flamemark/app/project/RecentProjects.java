package io.flamemark.app.project;

import io.flamemark.app.command.Command;
import io.flamemark.app.command.CommandRegistry;
import io.flamemark.settings.Settings;
import io.flamemark.settings.SettingsStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A command for each project opened before, the latest first; those not used yet have no title. */
final class RecentProjects {

    private static final int SHOWN = 8;

    private final List<ReadOnlyStringWrapper> titles = new ArrayList<>();
    private final SettingsStore settings;

    RecentProjects(SettingsStore settings) {
        this.settings = settings;
        for (int i = 0; i < SHOWN; i++) {
            titles.add(new ReadOnlyStringWrapper(""));
        }
        settings.addListener(this::name);
        name(settings.get());
    }

    void register(CommandRegistry registry, ProjectDocument document) {
        for (int i = 0; i < SHOWN; i++) {
            int index = i;
            registry.add(Command.of("project.recent-" + (i + 1), titles.get(i).getReadOnlyProperty())
                    .menu("Project/Open recent")
                    .section(ProjectCommands.OPENING)
                    .icon("fth-clock")
                    .enabledWhen(titles.get(i).isNotEmpty())
                    .does(() -> document.open(settings.get().recent().get(index))));
        }
    }

    private void name(Settings now) {
        for (int i = 0; i < SHOWN; i++) {
            titles.get(i).set(i < now.recent().size() ? title(now.recent().get(i)) : "");
        }
    }

    /** The folder tells projects apart: their files often have the same name. */
    private static String title(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null || folder.getFileName() == null
                ? path.toString()
                : folder.getFileName() + "  –  " + path.getFileName();
    }
}
