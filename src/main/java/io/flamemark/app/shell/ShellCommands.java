package io.flamemark.app.shell;

import io.flamemark.app.command.Command;
import io.flamemark.app.command.CommandRegistry;
import io.flamemark.settings.SettingsStore;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The commands of the window itself. */
public final class ShellCommands {

    static final String THEME = "window.theme";
    static final String SHORTCUTS = "help.shortcuts";

    private ShellCommands() {}

    /** The command that brings a workspace to the front. */
    static String idOf(Workspace workspace) {
        return "workspace." + workspace.title().toLowerCase(Locale.ROOT);
    }

    /** What the commands call. */
    public record Actions(
            Consumer<Workspace> show,
            Runnable palette,
            Runnable shortcuts,
            Runnable welcome,
            Runnable about,
            Runnable quit) {}

    public static void register(
            CommandRegistry registry, List<Workspace> workspaces, SettingsStore settings, Actions actions) {
        for (int i = 0; i < workspaces.size(); i++) {
            Workspace workspace = workspaces.get(i);
            registry.add(Command.of(idOf(workspace), workspace.title() + " workspace")
                    .menu("View")
                    .icon(workspace.iconLiteral())
                    .keys("Shortcut+" + (i + 1))
                    .does(() -> actions.show().accept(workspace)));
        }
        registry.add(
                Command.of(THEME, "Light or dark")
                        .menu("View")
                        .section(3)
                        .icon("fth-moon")
                        .keys("Shortcut+Shift+D")
                        .does(() -> settings.update(s -> s.withTheme(s.theme().other()))),
                Command.of("help.palette", "All commands…")
                        .menu("Help")
                        .icon("fth-command")
                        .keys("Shortcut+Shift+P")
                        .does(actions.palette()),
                Command.of(SHORTCUTS, "Keyboard shortcuts")
                        .menu("Help")
                        .icon("fth-help-circle")
                        .keys("F1")
                        .does(actions.shortcuts()),
                Command.of("help.welcome", "First steps")
                        .menu("Help")
                        .section(1)
                        .icon("fth-compass")
                        .does(actions.welcome()),
                Command.of("help.about", "About Flamemark")
                        .menu("Help")
                        .section(1)
                        .icon("fth-info")
                        .does(actions.about()),
                Command.of("project.quit", "Quit")
                        .menu("Project")
                        .section(4)
                        .icon("fth-log-out")
                        .keys("Shortcut+Q")
                        .does(actions.quit()));
    }
}
