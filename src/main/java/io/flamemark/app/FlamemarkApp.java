package io.flamemark.app;

import io.flamemark.app.dialog.CrashDialog;
import io.flamemark.app.task.FxTasks;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;

/** The JavaFX application. Started by {@link #launch(AppContext)}, which returns when the window is closed. */
public final class FlamemarkApp extends Application {

    /** JavaFX makes the application itself, so that its context has to wait for it here. */
    private static final AtomicReference<AppContext> CONTEXT = new AtomicReference<>();

    private final ExecutorService background = FxTasks.daemonPool();

    /** Opens the window; once a process. */
    public static void launch(AppContext context) {
        CONTEXT.set(context);
        Application.launch(FlamemarkApp.class);
    }

    @Override
    public void start(Stage stage) {
        CrashDialog crash = new CrashDialog(stage);
        FxTasks tasks = FxTasks.onWindow(background, crash::show);
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, error) -> tasks.onWindowThread(() -> crash.show(error)));
        new AppWindow(stage, CONTEXT.get(), tasks, this::openFolder).show();
    }

    private void openFolder(Path folder) {
        getHostServices().showDocument(folder.toUri().toString());
    }

    @Override
    public void stop() {
        background.shutdownNow();
    }
}
