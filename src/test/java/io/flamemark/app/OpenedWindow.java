package io.flamemark.app;

import io.flamemark.app.task.FxTasks;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on a stage of a test, and what a test cannot do through it: no file chooser opens without a display. */
public final class OpenedWindow implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 30_000;

    private final ExecutorService background = FxTasks.daemonPool();
    private final List<Throwable> unexpected = new CopyOnWriteArrayList<>();
    private final AppWindow window;

    /** Shows the window. On the window's thread. */
    public OpenedWindow(Stage stage, AppContext context) {
        window = new AppWindow(stage, context, FxTasks.onWindow(background, unexpected::add), folder -> {});
        // All tests of a JVM share one stage, and an earlier one may have left it small.
        stage.setWidth(1400);
        stage.setHeight(900);
        stage.setX(0);
        stage.setY(0);
        window.show();
    }

    /** What happens when a person has chosen a file to open. On the window's thread; dialogs make it wait. */
    public void open(Path project) {
        window.document().open(project);
    }

    /** Failures that nobody foresaw: the person would see the crash dialog. */
    public List<Throwable> unexpected() {
        return unexpected;
    }

    @Override
    public void close() {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, window.document()::close);
        background.shutdownNow();
    }
}
