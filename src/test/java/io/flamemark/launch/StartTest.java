package io.flamemark.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {

    @Test
    @DisplayName("on Linux the environment tells whether there is a display; elsewhere there is one")
    void display() {
        assertTrue(Window.hasDisplay("Linux", Map.of("DISPLAY", ":0")));
        assertTrue(Window.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")));
        assertFalse(Window.hasDisplay("Linux", Map.of("DISPLAY", " ")));
        assertFalse(Window.hasDisplay("Linux", Map.of()));
        assertTrue(Window.hasDisplay("Windows 11", Map.of()));
        assertTrue(Window.hasDisplay("Mac OS X", Map.of()));
    }

    @Test
    @DisplayName("the sample project is the one the system property names, and none where that does not exist")
    void sample(@TempDir Path folder) throws Exception {
        Path project = Files.writeString(folder.resolve("via_project.json"), "{}");
        String before = System.getProperty("flamemark.sample");
        try {
            System.setProperty("flamemark.sample", project.toString());
            assertEquals(Optional.of(project), SampleData.find());
            System.setProperty("flamemark.sample", folder.resolve("none.json").toString());
            assertEquals(Optional.empty(), SampleData.find());
        } finally {
            if (before == null) {
                System.clearProperty("flamemark.sample");
            } else {
                System.setProperty("flamemark.sample", before);
            }
        }
    }
}
