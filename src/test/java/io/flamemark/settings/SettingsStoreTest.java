package io.flamemark.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("what was changed is there the next time")
    void roundTrip() {
        Path file = folder.resolve("deep").resolve("settings.json");
        SettingsStore store = SettingsStore.open(file, Runnable::run);
        assertEquals(Settings.defaults(), store.get());
        store.update(s -> s.withTheme(Settings.Theme.DARK)
                .withWelcomed(true)
                .withOpened(folder.resolve("feu – 火.json"))
                .withWindow(new Settings.WindowSize(1000, 700, true))
                .withCharts(new Settings.Charts(Settings.Charts.Axis.TIME, true, 0.42)));
        assertEquals(store.get(), SettingsStore.open(file, Runnable::run).get());
    }

    @Test
    @DisplayName("an unreadable file is set aside, not overwritten")
    void unreadable() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"theme\": ");
        SettingsStore store = SettingsStore.open(file, Runnable::run);
        assertEquals(Settings.defaults(), store.get());
        store.update(s -> s.withWelcomed(true));
        assertEquals("{\"theme\": ", Files.readString(folder.resolve("settings.json.unreadable")));
        assertTrue(SettingsStore.open(file, Runnable::run).get().welcomed());
    }

    @Test
    @DisplayName("several quick changes are one write, and listeners hear each")
    void debounced() {
        List<Runnable> writes = new ArrayList<>();
        Path file = folder.resolve("settings.json");
        SettingsStore store = SettingsStore.open(file, writes::add);
        List<Settings> heard = new ArrayList<>();
        store.addListener(heard::add);
        store.update(s -> s.withTheme(Settings.Theme.DARK));
        store.update(s -> s.withWelcomed(true));
        store.update(s -> s.withWelcomed(true));
        assertEquals(2, heard.size());
        assertFalse(Files.exists(file));
        writes.forEach(Runnable::run);
        assertEquals(store.get(), SettingsStore.open(file, Runnable::run).get());
    }

    @Test
    @DisplayName("recent projects: the latest first, each once, ten at most")
    void recent() {
        Settings settings = Settings.defaults();
        for (int i = 0; i < 12; i++) {
            settings = settings.withOpened(folder.resolve(i + ".json"));
        }
        settings = settings.withOpened(folder.resolve("5.json"));
        assertEquals(10, settings.recent().size());
        assertEquals(folder.resolve("5.json"), settings.recent().get(0));
        assertEquals(
                1,
                settings.recent().stream()
                        .filter(folder.resolve("5.json")::equals)
                        .count());
        assertFalse(settings.withoutRecent(folder.resolve("5.json")).recent().contains(folder.resolve("5.json")));
    }
}
