package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Project;
import io.flamemark.files.JsonDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Files of strangers, where a folder with some is at hand: property {@code flamemark.shared}. */
class CorpusTest {

    @TestFactory
    Stream<DynamicTest> opensAndWritesBackByteForByte() throws Exception {
        return files().stream()
                .filter(ViaLoading::opens)
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> roundTrip(file)));
    }

    @TestFactory
    Stream<DynamicTest> everythingElseIsRefusedByName() throws Exception {
        return files().stream()
                .filter(file -> !ViaLoading.opens(file))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    FormatException e = assertThrows(FormatException.class, () -> ProjectFile.open(file));
                    assertTrue(e.getMessage().contains(file + ": this is a"), e.getMessage());
                    assertFalse(Files.readString(file).contains("\"shape_attributes\""), "a VIA JSON file was refused");
                }));
    }

    private static void roundTrip(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        assertArrayEquals(bytes, JsonDocument.parse("t", bytes).toBytes());
        ProjectFile open = ProjectFile.open(file);
        Path folder = Files.createTempDirectory("corpus");
        Path copy = folder.resolve(file.getFileName());
        try {
            ProjectFile saved = open.saveAs(copy, open.project());
            assertArrayEquals(bytes, Files.readAllBytes(copy), "unedited");
            ProjectFile edited = saved.save(edited(open.project()));
            assertTrue(
                    edited.project()
                            .images()
                            .equals(ProjectFile.open(copy).project().images()),
                    "edited");
            edited.save(open.project());
            assertTrue(
                    open.project()
                            .images()
                            .equals(ProjectFile.open(copy).project().images()),
                    "undone");
            assertArrayEquals(bytes, Files.readAllBytes(copy), "undone");
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
    }

    /** Every region and image gets an attribute more. */
    private static Project edited(Project project) {
        AttributeValue value = new AttributeValue.Text("x");
        return project.withImages(project.images().stream()
                .map(image -> image.withAttribute("added", value)
                        .withRegions(image.regions().stream()
                                .map(r -> r.withAttribute("added", value))
                                .toList()))
                .toList());
    }

    private static List<Path> files() throws Exception {
        String shared = System.getProperty("flamemark.shared");
        assumeTrue(shared != null && Files.isDirectory(Path.of(shared, "via-corpus")), "no corpus here");
        try (Stream<Path> corpus = Files.list(Path.of(shared, "via-corpus"));
                Stream<Path> photos = Files.walk(Path.of(shared, "fire-photos"))) {
            return Stream.concat(
                            corpus.filter(f -> !f.toString().endsWith(".md")),
                            photos.filter(f -> f.toString().endsWith(".json")))
                    .sorted()
                    .toList();
        }
    }
}
