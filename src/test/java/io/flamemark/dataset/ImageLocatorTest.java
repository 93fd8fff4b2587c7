package io.flamemark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
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
        "/elsewhere/, a.jpg, a.jpg",
        "'', https://example.org/fires/c.jpg?width=9/9#top, val/c.jpg",
        "'', file:///home/somebody/our%20fires/c%2ejpg, val/c.jpg"
    })
    void finds(String imageFolder, String filename, String expected) {
        ImageLocator locator = new ImageLocator(project.resolve("via_project.json"), imageFolder);
        assertEquals(Optional.of(project.resolve(expected)), locator.find(filename));
    }

    @ParameterizedTest
    @CsvSource({"NFC, NFD", "NFD, NFC"})
    @DisplayName("a name with accents is found however the system that wrote it spells them")
    void findsOtherSpelling(Normalizer.Form onDisk, Normalizer.Form inProject) throws IOException {
        String name = "\u00e9t\u00e9/fum\u00e9e.jpg";
        Path file;
        try {
            file = project.resolve(Normalizer.normalize(name, onDisk));
        } catch (InvalidPathException e) {
            Assumptions.abort("this system's locale has no such names");
            return;
        }
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        String written = Normalizer.normalize(name, inProject);
        assertTrue(new ImageLocator(project, "").find(written).isPresent());
        assertTrue(new ImageLocator(outside.resolve("other/via_project.json"), "")
                .folderToAllow("../project/" + written)
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.jpg", "photos/../../secret.jpg", "missing.jpg", "a.jpg\0", ".", "photos", ""})
    @DisplayName("never leaves the project's folder, nor takes a folder for a file")
    void findsNothing(String filename) {
        assertEquals(Optional.empty(), new ImageLocator(project, "").find(filename));
    }

    @ParameterizedTest
    @CsvSource({
        "gone.jpg, was not found; it was looked for at ",
        "https://example.org/our%20fire.jpg?x=1, fetched from it; save the picture beside the project as our fire.jpg.",
        "https://example.org/, fetched from it; save the picture beside the project",
        "'data:image/png;base64,iVBO', is a picture written into the project as text",
        "' ', has no file name"
    })
    @DisplayName("says why there is no picture, and what helps")
    void saysWhyThereIsNone(String filename, String reason) {
        FileNotFoundException e =
                assertThrows(FileNotFoundException.class, () -> new ImageLocator(project, "").get(filename));
        assertTrue(
                e.getMessage().startsWith("\"" + filename + "\"")
                        && e.getMessage().contains(reason),
                e.getMessage());
    }

    @Test
    @DisplayName("a name as long as a picture fills no sentence")
    void longName() {
        String filename = "data:image/png;base64," + "iVBO".repeat(5_000);
        FileNotFoundException e =
                assertThrows(FileNotFoundException.class, () -> new ImageLocator(project, "").get(filename));
        assertTrue(e.getMessage().startsWith("\"data:image/png;base64,iVBO"), e.getMessage());
        assertTrue(e.getMessage().length() < 300, e.getMessage());
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
    @DisplayName("what lies elsewhere is named, and opened once its folder is allowed, however the project leads there")
    void elsewhere() throws IOException {
        Optional<Path> secret = Optional.of(outside.resolve("secret.jpg"));
        Files.createSymbolicLink(project.resolve("link.jpg"), secret.get());
        Files.createSymbolicLink(project.resolve("linked"), outside);
        for (String[] way : new String[][] {
            {"../", "secret.jpg"},
            {outside.toString(), "secret.jpg"},
            {"", "../secret.jpg"},
            {"photos/", "../../secret.jpg"},
            {"", secret.get().toString()},
            {"", "linked/secret.jpg"}
        }) {
            ImageLocator before = new ImageLocator(project, way[0]);
            assertEquals(Optional.empty(), before.find(way[1]), way[1]);
            assertEquals(Optional.of(outside), before.folderToAllow(way[1]), way[1]);
            ImageLocator after = new ImageLocator(project, way[0], List.of(outside));
            assertEquals(
                    secret.get().toRealPath(), after.find(way[1]).orElseThrow().toRealPath(), way[1]);
            assertEquals(Optional.empty(), after.folderToAllow(way[1]), way[1]);
        }
        assertEquals(Optional.empty(), new ImageLocator(project, "").find("link.jpg"));
        assertEquals(Optional.of(outside), new ImageLocator(project, "").folderToAllow("link.jpg"));
        FileNotFoundException refused =
                assertThrows(FileNotFoundException.class, () -> new ImageLocator(project, "").get("link.jpg"));
        assertEquals(
                "\"link.jpg\" lies in " + outside
                        + ", outside of the project's folder; it is opened once that folder is allowed.",
                refused.getMessage());
        assertEquals(Optional.empty(), new ImageLocator(project, "").folderToAllow("/nowhere/at/all.jpg"));
        assertEquals(Optional.empty(), new ImageLocator(project, "").folderToAllow("https://example.org/a.jpg"));
    }

    @Test
    @DisplayName("the images of a project are counted by the folder they would need")
    void outsideFolders() {
        List<ImageEntry> images = Stream.of("a.jpg", "../secret.jpg", outside + "/secret.jpg", "missing.jpg")
                .map(name -> new ImageEntry(new ImageId(name), name, 1, List.of(), Map.of()))
                .toList();
        Project refers = Project.empty("p").withImages(images);
        assertEquals(Map.of(outside, 2), OutsideFolders.of(refers, new ImageLocator(project, "")));
    }

    @Test
    @DisplayName("a folder the user chose is searched too, after the project's own")
    void chosenFolder() {
        ImageLocator locator = new ImageLocator(project, "", List.of(outside));
        assertEquals(Optional.of(outside.resolve("secret.jpg")), locator.find("secret.jpg"));
        assertEquals(Optional.of(project.resolve("a.jpg")), locator.find("a.jpg"));
    }
}
