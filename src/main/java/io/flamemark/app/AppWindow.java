package io.flamemark.app;

import io.flamemark.app.command.CommandRegistry;
import io.flamemark.app.dialog.FxPrompts;
import io.flamemark.app.project.ExportCommands;
import io.flamemark.app.project.FolderPermission;
import io.flamemark.app.project.ImportCommand;
import io.flamemark.app.project.Journaling;
import io.flamemark.app.project.ProjectCommands;
import io.flamemark.app.project.ProjectDocument;
import io.flamemark.app.project.ProjectModel;
import io.flamemark.app.shell.AboutSheet;
import io.flamemark.app.shell.CommandPalette;
import io.flamemark.app.shell.MainWindow;
import io.flamemark.app.shell.SafetyBanners;
import io.flamemark.app.shell.ShellCommands;
import io.flamemark.app.shell.ShortcutHelp;
import io.flamemark.app.shell.StatusStrip;
import io.flamemark.app.shell.Theming;
import io.flamemark.app.shell.WelcomeBanner;
import io.flamemark.app.shell.Workspace;
import io.flamemark.app.task.FxTasks;
import io.flamemark.host.DaemonThreads;
import io.flamemark.settings.Settings;
import io.flamemark.settings.SettingsStore;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.javafx.FontIcon;

/** Puts the window together: one project, three workspaces, the commands, the status bar. */
public final class AppWindow {

    /** About what the frame around the window takes of the screen's height. */
    private static final double TITLE_BAR = 32;

    private static final Duration NOTE_TIME = Duration.seconds(6);

    private final Stage stage;
    private final AppContext context;
    private final ProjectModel project = new ProjectModel();
    private final CommandRegistry commands = new CommandRegistry();
    private final ProjectDocument document;
    private final ProjectCommands projectCommands;
    private final FxPrompts prompts;
    private final Workspaces workspaces;
    private final MainWindow window;
    private final ScheduledExecutorService journalWriter =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("journal"));

    /** @param openFolder shows a folder in the system's file manager */
    public AppWindow(Stage stage, AppContext context, FxTasks tasks, Consumer<Path> openFolder) {
        this.stage = stage;
        this.context = context;
        prompts = new FxPrompts(stage, this::note);
        prompts.startIn(this::folder);
        Clock clock = Clock.systemDefaultZone();
        Journaling journaling = new Journaling(project, tasks, journalWriter, SettingsStore.dataFolder(), clock);
        document = new ProjectDocument(project, tasks, prompts, context.settings(), journaling);
        projectCommands = new ProjectCommands(project, document, prompts, context.settings());
        projectCommands.register(commands);
        new ImportCommand(project, tasks, prompts).register(commands);
        new ExportCommands(project, document, tasks, prompts).register(commands);
        new FolderPermission(project, tasks, prompts, context.settings()).register(commands);
        workspaces =
                new Workspaces(project, document, context, tasks, commands, prompts, clock, openFolder, this::bring);
        ShellCommands.register(
                commands,
                workspaces.all(),
                context.settings(),
                new ShellCommands.Actions(
                        this::bring, this::palette, this::shortcuts, this::welcome, this::about, this::quit));
        window = new MainWindow(workspaces.all(), commands, new StatusStrip(project, tasks, clock));
        SafetyBanners.install(window, journaling, document, clock);
    }

    /** Shows the window and opens what it starts with. */
    public void show() {
        Settings settings = context.settings().get();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(
                window,
                Math.min(settings.window().width(), screen.getWidth()),
                Math.min(settings.window().height(), screen.getHeight() - TITLE_BAR));
        scene.getStylesheets().add(MainWindow.stylesheet());
        stage.setScene(scene);
        stage.setMaximized(settings.window().maximized());
        stage.setMinWidth(860);
        stage.setMinHeight(560);
        stage.titleProperty()
                .bind(Bindings.createStringBinding(this::title, project.pathProperty(), project.dirtyProperty()));
        Theming.follow(context.settings());
        acceptDrops(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        stage.show();
        window.currentProperty().get().shown();
        if (!settings.welcomed()) {
            welcome();
        }
        start().ifPresent(document::open);
    }

    ProjectModel project() {
        return project;
    }

    ProjectDocument document() {
        return document;
    }

    /** Of the open project, else of the last one. */
    private Optional<Path> folder() {
        return project.path()
                .or(() -> context.settings().get().recent().stream().findFirst())
                .map(Path::toAbsolutePath)
                .map(Path::getParent);
    }

    private Optional<Path> start() {
        return context.startProject()
                .or(() -> context.settings().get().recent().stream()
                        .filter(Files::exists)
                        .findFirst())
                .or(context::sampleProject);
    }

    private String title() {
        String name = document.name();
        String folder = project.path()
                .map(p -> p.toAbsolutePath().getParent())
                .filter(p -> p.getFileName() != null)
                .map(p -> "  –  " + p.getFileName())
                .orElse("");
        return (project.dirtyProperty().get() ? "● " : "") + name + folder + "  –  Flamemark";
    }

    private void bring(Workspace workspace) {
        window.show(workspace);
    }

    private void palette() {
        CommandPalette.show(window, commands);
    }

    private void shortcuts() {
        ShortcutHelp.show(window, commands);
    }

    private void about() {
        AboutSheet.show(window);
    }

    private void welcome() {
        if (window.lookup("#welcome") == null) {
            window.addBanner(new WelcomeBanner(workspaces.all(), this::bring, () -> {
                window.removeBanner(window.lookup("#welcome"));
                context.settings().update(s -> s.withWelcomed(true));
            }));
        }
    }

    private void quit() {
        document.settle(() -> {
            if (!workspaces.holdsTraining() || mayLeaveTraining()) {
                close();
            }
        });
    }

    private boolean mayLeaveTraining() {
        return switch (prompts.leaveTraining(workspaces.holdsQueue())) {
            case CANCEL -> false;
            case STOP -> true;
            case GO_ON -> workspaces.leaveTrainingOn() || refuseGoingOn();
        };
    }

    private boolean refuseGoingOn() {
        prompts.problem("The training cannot go on alone", "It runs inside of this window, and would end with it.");
        return false;
    }

    private void close() {
        document.close();
        journalWriter.shutdown();
        Settings.WindowSize size = new Settings.WindowSize(
                stage.getScene().getWidth(), stage.getScene().getHeight(), stage.isMaximized());
        context.settings().update(s -> s.withWindow(size));
        context.settings().flush();
        stage.close();
    }

    private void note(String sentence) {
        Notifications.create()
                .owner(stage)
                .text(sentence)
                .graphic(new FontIcon("fth-info"))
                .hideAfter(NOTE_TIME)
                .show();
    }

    private void acceptDrops(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<Path> paths =
                    event.getDragboard().getFiles().stream().map(File::toPath).toList();
            event.setDropCompleted(!paths.isEmpty());
            if (!paths.isEmpty()) {
                projectCommands.dropped(paths);
            }
        });
    }
}
