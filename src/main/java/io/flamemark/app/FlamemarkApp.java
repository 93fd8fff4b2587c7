package io.flamemark.app;

import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;

/** The JavaFX application. Started by {@link #launch(AppContext)}, which returns when the window is closed. */
public final class FlamemarkApp extends Application {

    /** JavaFX makes the application itself, so that its context has to wait for it here. */
    private static final AtomicReference<AppContext> CONTEXT = new AtomicReference<>();

    /** Opens the window; once a process. */
    public static void launch(AppContext context) {
        CONTEXT.set(context);
        Application.launch(FlamemarkApp.class);
    }

    @Override
    public void start(Stage stage) {
        throw new IllegalStateException("no window without " + CONTEXT.get());
    }
}
