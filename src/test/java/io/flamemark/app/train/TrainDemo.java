package io.flamemark.app.train;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.flamemark.annotation.Finding;
import io.flamemark.app.task.FxTasks;
import io.flamemark.host.WorkerExit;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Shows the Train workspace by itself with a made-up run, to be looked at: {@code [dark] [empty|live|done|crash|past]}. */
public final class TrainDemo {

    private TrainDemo() {}

    /** From the class path JavaFX starts only through a class that is no application. */
    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** The application JavaFX makes. */
    public static final class Window extends Application {

        @Override
        public void start(Stage stage) {
            List<String> words = getParameters().getRaw();
            boolean dark = words.contains("dark");
            Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
            MemoryFiles files = new MemoryFiles();
            files.findings = List.of(new Finding(
                    Finding.Severity.WARNING,
                    "polygon-too-few-points",
                    "via_project.json",
                    Optional.empty(),
                    OptionalInt.empty(),
                    "night-07.jpg: a polygon with two points was left out."));
            files.runs.add(MemoryFiles.summary(
                    "2026-11-22T1730-fire-a1b2", "quick", RunState.FINISHED, "All epochs are done.", 0.712));
            files.runs.add(MemoryFiles.summary(
                    "2026-11-22T1640-fire-9f3e", "quick", RunState.FAILED, "The worker was killed.", -1));
            ScriptedRunHost host = new ScriptedRunHost();
            FxTasks tasks = FxTasks.onWindow(Runnable::run, Throwable::printStackTrace);
            TrainViewModel model = new TrainViewModel(() -> Optional.of(files), Runnable::run, host, tasks);
            TrainWorkspace workspace = new TrainWorkspace(model, run -> {});
            stage.setScene(new Scene((Parent) workspace.content()));
            Rectangle2D screen = Screen.getPrimary().getBounds();
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(screen.getWidth());
            stage.setHeight(screen.getHeight());
            stage.show();
            workspace.shown();
            tasks.onWindowThread(() -> play(words, model, host, tasks));
        }
    }

    private static void play(List<String> words, TrainViewModel model, ScriptedRunHost host, FxTasks tasks) {
        if (words.contains("past")) {
            model.show(model.runs().get(0));
        } else if (!words.contains("empty")) {
            model.start();
            tasks.onWindowThread(() -> tell(words, host));
        }
    }

    private static void tell(List<String> words, ScriptedRunHost host) {
        if (words.contains("done")) {
            host.tell(PlausibleRun.epochs(20));
            host.tell(List.of(new RunEvent.Notice(
                    RunEvent.Level.WARNING,
                    "Since epoch 14 the validation loss rises while the training loss falls: the network begins to "
                            + "learn the images by heart. More varied images help most.")));
            host.exit(new WorkerExit(WorkerExit.Kind.FINISHED, 0, "All 20 epochs are done."));
            return;
        }
        host.tell(PlausibleRun.unfinished(20, 9));
        if (words.contains("crash")) {
            host.exit(WorkerExit.of(137, Optional.empty(), java.nio.file.Path.of("runs/2026/worker.log")));
        }
    }
}
