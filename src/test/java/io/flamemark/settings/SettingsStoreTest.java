package io.flamemark.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.settings.Settings.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void chooseAFileInAFolderThatIsNotThere() {
        file = folder.resolve("config").resolve("settings.json");
    }

    @Test
    void whatIsChosenIsThereNextTime() {
        SettingsStore store = SettingsStore.open(file, Runnable::run);
        assertEquals(Settings.defaults(), store.get());
        store.update(s -> s.withTheme(Theme.DARK).withWelcomed(true));
        store.update(s -> s.withOpened(folder.resolve("a.json")).withOpened(folder.resolve("b.json")));
        store.update(s -> s.withWindow(new Settings.WindowSize(800, 600, true)));
        assertEquals(store.get(), SettingsStore.open(file, Runnable::run).get());
        assertEquals(List.of(folder.resolve("b.json"), folder.resolve("a.json")), store.get().recent());
    }

    @Test
    void severalQuickChangesAreOneWrite() throws Exception {
        List<Runnable> writes = new ArrayList<>();
        SettingsStore store = SettingsStore.open(file, writes::add);
        store.update(s -> s.withTheme(Theme.DARK));
        store.update(s -> s.withWelcomed(true));
        assertTrue(Files.notExists(file));
        writes.get(0).run();
        Files.delete(file);
        writes.get(1).run();
        assertTrue(Files.notExists(file), "nothing was left to write");
    }

    @Test
    void aFileThatCannotBeReadIsSetAside() throws Exception {
        for (String damage : List.of("", "{\"theme\": ", "[]", "{\"recent\": 5}")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, damage);
            assertEquals(Settings.defaults(), SettingsStore.open(file, Runnable::run).get(), damage);
            assertEquals(damage, Files.readString(file.resolveSibling("settings.json.unreadable")));
            assertTrue(Files.notExists(file));
        }
    }

    @Test
    void membersOfLaterOrEarlierVersionsDoNotMatter() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"version\":9,\"theme\":\"dark\",\"later\":[1]}");
        assertEquals(
                Settings.defaults().withTheme(Theme.DARK),
                SettingsStore.open(file, Runnable::run).get());
    }

    @Test
    void aProjectIsAmongTheRecentOnesOnce() {
        Settings settings = Settings.defaults();
        for (int i = 0; i < 15; i++) {
            settings = settings.withOpened(folder.resolve(i % 12 + ".json"));
        }
        assertEquals(10, settings.recent().size());
        assertEquals(folder.resolve("2.json"), settings.recent().get(0));
        assertEquals(10, settings.recent().stream().distinct().count());
        assertTrue(!settings.withoutRecent(folder.resolve("2.json")).recent().contains(folder.resolve("2.json")));
    }

    @Test
    void aPortableInstallationKeepsItsSettingsWithIt() {
        String before = System.getProperty("flamemark.home");
        try {
            System.setProperty("flamemark.home", folder.toString());
            assertEquals(folder.resolve("settings.json"), SettingsStore.usualFile());
        } finally {
            if (before == null) {
                System.clearProperty("flamemark.home");
            } else {
                System.setProperty("flamemark.home", before);
            }
        }
    }
}
