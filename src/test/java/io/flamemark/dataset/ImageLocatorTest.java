package io.flamemark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageLocatorTest {

    @TempDir
    Path outside;

    private Path project;

    @BeforeEach
    void files() throws IOException {
        project = outside.resolve("project");
        for (String name : new String[] {"a.jpg", "photos/b.jpg", "val/c.jpg", "photos/a.jpg", "../secret.jpg"}) {
            Path file = project.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', a.jpg, a.jpg",
        "'', photos/b.jpg, photos/b.jpg",
        "'', photos\\b.jpg, photos/b.jpg",
        "photos/, a.jpg, photos/a.jpg",
        "photos, a.jpg, photos/a.jpg",
        "'', c.jpg, val/c.jpg",
        "'', /home/somebody/pictures/c.jpg, val/c.jpg",
        "'', C:\\Users\\somebody\\a.jpg, a.jpg",
        "/elsewhere/, a.jpg, a.jpg"
    })
    void finds(String imageFolder, String filename, String expected) {
        ImageLocator locator = new ImageLocator(project.resolve("via_project.json"), imageFolder);
        assertEquals(Optional.of(project.resolve(expected)), locator.find(filename));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.jpg", "photos/../../secret.jpg", "missing.jpg", "a.jpg\0", ".", "photos", ""})
    @DisplayName("never leaves the project's folder, nor takes a folder for a file")
    void findsNothing(String filename) {
        assertEquals(Optional.empty(), new ImageLocator(project, "").find(filename));
    }

    @Test
    @DisplayName("an absolute name is used where it leads into the folder")
    void absolute() {
        Path file = project.resolve("photos/b.jpg");
        assertEquals(Optional.of(file), new ImageLocator(project, "").find(file.toString()));
        assertEquals(
                Optional.empty(),
                new ImageLocator(project, "").find(outside.resolve("secret.jpg").toString()));
    }

    @Test
    @DisplayName("the project's image folder may lie elsewhere, but not on another machine")
    void imageFolderElsewhere() {
        Optional<Path> secret = Optional.of(outside.resolve("secret.jpg"));
        assertEquals(secret, new ImageLocator(project, "../").find("secret.jpg"));
        assertEquals(secret, new ImageLocator(project, outside.toString()).find("secret.jpg"));
        assertEquals(Optional.empty(), new ImageLocator(project, "photos/").find("../../secret.jpg"));
        assertEquals(Optional.empty(), new ImageLocator(project, "/" + outside).find("secret.jpg"));
    }

    @Test
    @DisplayName("a folder the user chose is searched too, after the project's own")
    void chosenFolder() {
        ImageLocator locator = new ImageLocator(project, "", outside);
        assertEquals(Optional.of(outside.resolve("secret.jpg")), locator.find("secret.jpg"));
        assertEquals(Optional.of(project.resolve("a.jpg")), locator.find("a.jpg"));
    }
}
