package io.flamemark.launch;

import io.flamemark.app.AppContext;
import io.flamemark.app.FlamemarkApp;
import io.flamemark.cli.ExitCode;
import io.flamemark.host.DaemonThreads;
import io.flamemark.host.DetectionHost;
import io.flamemark.host.ForkedDetectionHost;
import io.flamemark.host.ForkedRunHost;
import io.flamemark.host.RunHost;
import io.flamemark.host.RunQueue;
import io.flamemark.host.WorkerLauncher;
import io.flamemark.host.WorkerTimes;
import io.flamemark.settings.SettingsStore;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Opens the window, its network in worker processes. */
final class Window {

    private static final String NO_DISPLAY = "flamemark: there is no display to open a window on%s. "
            + "Without one, \"flamemark demo\" shows the whole story, and \"flamemark --help\" all commands.";

    /** JavaFX warns of being on the class path at every start; that is where it belongs here. Held, or it is forgotten. */
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    private Window() {}

    /** Returns when the window is closed, or at once where there can be none. */
    static int open(Optional<Path> project) {
        if (!hasDisplay(System.getProperty("os.name"), System.getenv())) {
            System.err.println(NO_DISPLAY.formatted(" (neither DISPLAY nor WAYLAND_DISPLAY is set)"));
            return ExitCode.FAILED;
        }
        try {
            run(project);
            return ExitCode.OK;
        } catch (UnsupportedOperationException | LinkageError e) {
            System.err.println(NO_DISPLAY.formatted(" (" + e.getMessage() + ")"));
            return ExitCode.FAILED;
        }
    }

    private static void run(Optional<Path> project) {
        JAVAFX_LOG.setLevel(Level.SEVERE);
        WorkerLauncher launcher = Wiring.workers();
        Path settingsFile = SettingsStore.usualFile();
        Path log = settingsFile.resolveSibling("logs").resolve("detector.log");
        ExecutorService writer = Executors.newSingleThreadExecutor(DaemonThreads.named("settings"));
        SettingsStore settings = SettingsStore.open(settingsFile, writer);
        try (RunHost runs = new RunQueue(new ForkedRunHost(launcher, WorkerTimes.standard()));
                DetectionHost detection = new ForkedDetectionHost(launcher, WorkerTimes.standard(), log)) {
            FlamemarkApp.launch(new AppContext(runs, detection, settings, project, SampleData.find()));
        } finally {
            settings.flush();
            writer.shutdown();
        }
    }

    /** Only on Linux does the environment say whether there is a display. */
    static boolean hasDisplay(String system, Map<String, String> environment) {
        return !system.toLowerCase(Locale.ROOT).contains("linux")
                || isSet(environment, "DISPLAY")
                || isSet(environment, "WAYLAND_DISPLAY");
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
