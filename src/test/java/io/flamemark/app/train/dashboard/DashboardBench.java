package io.flamemark.app.train.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.theme.PrimerLight;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.TrainWorkspace;
import io.flamemark.app.train.history.ComparisonModel;
import io.flamemark.app.train.history.RunsViewModel;
import io.flamemark.app.train.model.MemoryFiles;
import io.flamemark.app.train.model.ScriptedRunHost;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.host.InProcessDetectionHost;
import io.flamemark.run.LoggedEvent;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunEventLog;
import io.flamemark.run.RunHistory;
import io.flamemark.settings.SettingsStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * How fluid the Train workspace stays with 200,000 events: a recorded run goes through the real view model and charts,
 * first as fast as it comes, then at 1,000 events a second, then with the mouse zooming and pointing meanwhile. Another
 * run is replayed with {@code -Dflamemark.bench.run=RUN/events.jsonl}.
 */
@Tag("bench")
@ExtendWith(ApplicationExtension.class)
class DashboardBench {

    private static final int EVENTS = 200_000;
    private static final int COLD = 2_000;
    private static final int LIVE = 24_000;
    private static final int A_SECOND = 1_000;

    @TempDir
    static Path folder;

    private final ScriptedRunHost host = new ScriptedRunHost();
    private TrainViewModel model;
    private Scene scene;
    private FrameTimes frames;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        FxTasks tasks = new FxTasks(Runnable::run, Platform::runLater, Throwable::printStackTrace);
        model = new TrainViewModel(() -> Optional.of(new MemoryFiles()), Runnable::run, host, tasks);
        SettingsStore settings = SettingsStore.open(folder.resolve("settings.json"), Runnable::run);
        TrainWorkspace workspace = new TrainWorkspace(
                model,
                new RunsViewModel(Optional::empty, tasks),
                new ComparisonModel(new InProcessDetectionHost((weights, device) -> null), tasks),
                tasks,
                settings,
                opened -> {},
                run -> {});
        scene = new Scene((Parent) workspace.content(), 1400, 900);
        stage.setScene(scene);
        stage.show();
        workspace.shown();
    }

    @BeforeEach
    void train() {
        WaitForAsyncUtils.waitForAsyncFx(60_000, model::start);
        frames = new FrameTimes();
    }

    @Test
    void fluid() throws Exception {
        List<LoggedEvent> events = recorded();
        List<LoggedEvent> first = events.subList(COLD, events.size() - LIVE);
        List<LoggedEvent> second = events.subList(COLD + first.size(), events.size() - LIVE / 2);
        List<LoggedEvent> third = events.subList(events.size() - LIVE / 2, events.size());

        List<LoggedEvent> cold = events.subList(0, COLD);
        frames.measure(
                "the first " + COLD + " events at 1,000 a second: charts appear", () -> tellSlowly(cold, i -> {}));
        frames.measure("as fast as they come: " + first.size() + " events", () -> {
            first.forEach(host::tellLogged);
            awaitSteps(events.subList(0, COLD + first.size()));
        });
        frames.measure(second.size() + " events at 1,000 a second", () -> tellSlowly(second, i -> {}));
        frames.measure(
                third.size() + " events at 1,000 a second, zooming and pointing",
                () -> tellSlowly(third, this::moveMouse));
        awaitSteps(events);
        assertEquals(
                RunHistory.ofLog(events).steps().size(),
                model.shownProperty().get().history().steps().size());
    }

    private void tellSlowly(List<LoggedEvent> events, IntConsumer meanwhile) {
        long start = System.nanoTime();
        for (int i = 0; i < events.size(); i++) {
            long due = start + TimeUnit.SECONDS.toNanos(i) / A_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            host.tellLogged(events.get(i));
            meanwhile.accept(i);
        }
    }

    /** Points at another place of a chart sixty times a second, and turns the wheel there five times a second. */
    private void moveMouse(int i) {
        if (i % 16 != 0) {
            return;
        }
        Platform.runLater(() -> {
            Node canvas = ((Parent) scene.lookup("#total-chart .plot-canvas"))
                    .getChildrenUnmodifiable()
                    .get(1);
            double x = 100 + 200 * (1 + Math.sin(i / 500.0));
            Event.fireEvent(
                    canvas,
                    new MouseEvent(
                            MouseEvent.MOUSE_MOVED,
                            x,
                            60,
                            0,
                            0,
                            MouseButton.NONE,
                            0,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            true,
                            null));
            if (i % 208 == 0) {
                double notch = i / 2000 % 2 == 0 ? 40 : -40;
                Event.fireEvent(
                        canvas,
                        new ScrollEvent(
                                ScrollEvent.SCROLL,
                                x,
                                60,
                                0,
                                0,
                                false,
                                false,
                                false,
                                false,
                                true,
                                false,
                                0,
                                notch,
                                0,
                                notch,
                                ScrollEvent.HorizontalTextScrollUnits.NONE,
                                0,
                                ScrollEvent.VerticalTextScrollUnits.NONE,
                                0,
                                0,
                                null));
            }
        });
    }

    private void awaitSteps(List<LoggedEvent> told) {
        long steps = told.stream()
                .filter(e -> e.event() instanceof RunEvent.StepMeasured)
                .count();
        while (model.shownProperty().get().history().steps().size() < steps) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static List<LoggedEvent> recorded() throws IOException {
        String own = System.getProperty("flamemark.bench.run", "");
        Path file = own.isEmpty() ? record(folder.resolve("events.jsonl")) : Path.of(own);
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<LoggedEvent> events = RunEventLog.read(file);
        System.out.printf(
                Locale.ROOT,
                "%d events, %.0f MB, read in %.1f s, processor %.1f s; load %.1f%n",
                events.size(),
                Files.size(file) / 1e6,
                (System.nanoTime() - start) / 1e9,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return events;
    }

    /** A run as the program would have recorded it: 400 epochs of 475 steps, the machine measured every 20 steps. */
    private static Path record(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        Instant at = Instant.parse("2026-11-22T17:30:00Z");
        for (RunEvent event : PlausibleRun.epochs(400, 475)) {
            at = at.plusMillis(700);
            lines.add(new LoggedEvent(lines.size() + 1, at, event).line());
            if (event instanceof RunEvent.StepMeasured step && step.step() % 20 == 0) {
                RunEvent machine = new RunEvent.MachineMeasured(step.step(), 2000 + step.step() % 700, 300, 0.9, 0.95);
                lines.add(new LoggedEvent(lines.size() + 1, at, machine).line());
            }
        }
        Files.write(file, lines.subList(0, Math.min(EVENTS, lines.size())));
        return file;
    }
}
