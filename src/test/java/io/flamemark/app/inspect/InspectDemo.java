package io.flamemark.app.inspect;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.flamemark.app.task.FxTasks;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.DatasetBuilder;
import io.flamemark.dataset.Instance;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.format.ProjectFile;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.host.DetectionHost;
import io.flamemark.run.RunStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Shows the Inspect workspace by itself, with made-up detections on a real project: {@code PROJECT [dark] [nomodel]}. */
public final class InspectDemo {

    private InspectDemo() {}

    /** From the class path JavaFX starts only through a class that is no application. */
    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** The application JavaFX makes. */
    public static final class Window extends Application {

        @Override
        public void start(Stage stage) throws Exception {
            List<String> words = getParameters().getRaw();
            Path project = Path.of(words.get(0)).toAbsolutePath();
            Application.setUserAgentStylesheet(
                    (words.contains("dark") ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
            FxTasks tasks = FxTasks.onWindow(FxTasks.daemonPool(), Throwable::printStackTrace);
            ProjectFile file = ProjectFile.open(project);
            RunStore store = new RunStore(project.resolveSibling("runs"), Clock.systemUTC());
            ProjectInspection files = new ProjectInspection(file.project(), project, store);
            Dataset data = new DatasetBuilder().build(file.project(), project).dataset();
            InspectViewModel model = new InspectViewModel(() -> Optional.of(files), new Guesser(data), tasks);
            InspectWorkspace workspace = new InspectWorkspace(model, tasks, (image, detection, name) -> {});
            stage.setScene(new javafx.scene.Scene((Parent) workspace.content()));
            Rectangle2D screen = Screen.getPrimary().getBounds();
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(screen.getWidth());
            stage.setHeight(screen.getHeight());
            stage.show();
            workspace.shown();
            if (!words.contains("nomodel")) {
                model.openModel(Path.of("runs", "2026-11-22T1805-fire-c3d4"));
            }
        }
    }

    /** Finds most of what is true, not quite in place, and something that is not. */
    private static final class Guesser implements DetectionHost {

        private final List<Sample> samples = new ArrayList<>();

        Guesser(Dataset data) {
            samples.addAll(data.train());
            samples.addAll(data.validation());
            samples.addAll(data.test());
        }

        @Override
        public CompletableFuture<Found> detect(Path weights, Path image, double minScore) {
            Sample sample = samples.stream()
                    .filter(s -> s.image().equals(image))
                    .findFirst()
                    .orElseThrow();
            Random random = new Random(image.hashCode());
            List<Detection> found = new ArrayList<>();
            for (Instance instance : sample.instances()) {
                Polygon outline =
                        instance.parts().get(0).translated(6 * random.nextGaussian(), 6 * random.nextGaussian());
                found.add(detection(0.45 + 0.54 * random.nextDouble(), outline));
            }
            double x = random.nextDouble() * sample.width() * 0.7;
            double y = random.nextDouble() * sample.height() * 0.7;
            found.add(detection(
                    0.2 + 0.5 * random.nextDouble(), Polygon.of(x, y, x + 80, y + 10, x + 60, y + 90, x + 5, y + 60)));
            return CompletableFuture.completedFuture(
                    new Found(io.flamemark.app.inspect.Scene.FIRE, new Detections(found)));
        }

        private static Detection detection(double score, Polygon outline) {
            Box box = outline.bounds();
            Mask mask = PolygonRasterizer.rasterize(outline, 4000, 4000).trimmed();
            return new Detection(1, score, box, mask);
        }

        @Override
        public void close() {}
    }
}
