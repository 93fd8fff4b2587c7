package io.flamemark.settings;

import io.flamemark.files.AtomicFile;
import io.flamemark.files.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the settings and keeps them in a file. Changes are told at once and written soon, on the executor given; several
 * quick changes are one write. A file that cannot be read is set aside as {@code settings.json.unreadable}, never
 * overwritten. Thread-safe.
 */
public final class SettingsStore {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    private static final String HOME_PROPERTY = "flamemark.home";

    private final Path file;
    private final Executor writer;
    private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
    private Settings settings;
    private Settings written;

    private SettingsStore(Path file, Executor writer, Settings settings) {
        this.file = file;
        this.writer = writer;
        this.settings = settings;
        this.written = settings;
    }

    /**
     * Reads the settings; where there is no file, or none that can be read, they are the defaults.
     *
     * @param writer runs the writing; a direct executor writes at once
     */
    public static SettingsStore open(Path file, Executor writer) {
        return new SettingsStore(file, writer, load(file));
    }

    /**
     * The file in the person's own folder for configuration, as the operating system has it; or in the folder that the
     * system property {@code flamemark.home} names, for a portable installation.
     */
    public static Path usualFile() {
        String own = System.getProperty(HOME_PROPERTY, "");
        if (!own.isBlank()) {
            return Path.of(own, "settings.json");
        }
        String home = System.getProperty("user.home", ".");
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win") && System.getenv("APPDATA") != null) {
            return Path.of(System.getenv("APPDATA"), "Flamemark", "settings.json");
        }
        if (system.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Flamemark", "settings.json");
        }
        String xdg = System.getenv("XDG_CONFIG_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(home, ".config") : Path.of(xdg);
        return base.resolve("flamemark").resolve("settings.json");
    }

    /** The folder for weights that were fetched. */
    public static Path weightsFolder() {
        return usualFile().resolveSibling("weights");
    }

    /** The person's own folder for what a project's folder cannot take, because it cannot be written. */
    public static Path dataFolder() {
        return usualFile().resolveSibling("data");
    }

    public synchronized Settings get() {
        return settings;
    }

    /** Changes the settings, tells everyone on this thread, and has them written. */
    public void update(UnaryOperator<Settings> change) {
        Settings next;
        synchronized (this) {
            next = change.apply(settings);
            if (next.equals(settings)) {
                return;
            }
            settings = next;
        }
        new ArrayList<>(listeners).forEach(l -> l.accept(next));
        writer.execute(this::flush);
    }

    /** Hears of every change. */
    public void addListener(Consumer<Settings> listener) {
        listeners.add(listener);
    }

    /** Writes what is not written yet. A failure costs a preference, no work: it is logged. */
    public synchronized void flush() {
        if (written.equals(settings)) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, SettingsJson.write(settings).toString());
            written = settings;
        } catch (IOException e) {
            LOG.warn("The settings could not be written to {}", file, e);
        }
    }

    private static Settings load(Path file) {
        if (!Files.exists(file)) {
            return Settings.defaults();
        }
        try {
            return SettingsJson.read(JsonDocument.read(file).root().asObject());
        } catch (IOException e) {
            LOG.warn("The settings are set aside: {}", e.getMessage());
            setAside(file);
            return Settings.defaults();
        }
    }

    private static void setAside(Path file) {
        try {
            Files.move(
                    file, file.resolveSibling(file.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} could not be set aside", file, e);
        }
    }
}
