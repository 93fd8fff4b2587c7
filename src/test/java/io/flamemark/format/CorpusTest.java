package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.files.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files of strangers, where a folder with some is at hand: property {@code flamemark.shared}. */
class CorpusTest {

    private static final Map<FileKind, Integer> IDENTICAL = new EnumMap<>(FileKind.class);
    private static final AttributeValue VALUE = new AttributeValue.Text("x");

    @TempDir
    Path folder;

    @AfterAll
    static void printCount() {
        int all = IDENTICAL.values().stream().mapToInt(Integer::intValue).sum();
        if (all > 0) {
            System.out.println(all + " files of the corpus written back byte for byte: " + IDENTICAL);
        }
    }

    @TestFactory
    Stream<DynamicTest> opensAndWritesBackByteForByte() throws Exception {
        return viaFiles().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> roundTrip(file)));
    }

    @TestFactory
    Stream<DynamicTest> oneEditChangesOnePlace() throws Exception {
        return viaFiles().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> oneEdit(file)));
    }

    @TestFactory
    Stream<DynamicTest> viaOpensWhatEachFileIsConvertedTo() throws Exception {
        return viaFiles().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> convert(file)));
    }

    @Test
    void attributesAreWrittenBackByteForByte() throws Exception {
        for (Path file : files()) {
            if (ViaLoading.read(file).kind() == FileKind.VIA_ATTRIBUTES) {
                AttributesFile attributes = AttributesFile.read(file);
                Path copy = folder.resolve("attributes.json");
                attributes.write(copy, attributes.schema());
                assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(copy));
                IDENTICAL.merge(FileKind.VIA_ATTRIBUTES, 1, Integer::sum);
            }
        }
    }

    private void roundTrip(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        ProjectFile open = ProjectFile.open(file);
        if (open.kind() != FileKind.VIA_CSV) {
            assertArrayEquals(bytes, JsonDocument.parse("t", bytes).toBytes());
        }
        Path copy = folder.resolve("copy");
        ProjectFile saved = open.saveAs(copy, open.project());
        assertArrayEquals(bytes, Files.readAllBytes(copy), "unedited");
        ProjectFile edited = saved.save(everywhereEdited(open.project()));
        assertEquals(edited.project().images(), ProjectFile.open(copy).project().images(), "edited");
        edited.save(open.project());
        assertArrayEquals(bytes, Files.readAllBytes(copy), "undone");
        IDENTICAL.merge(open.kind(), 1, Integer::sum);
    }

    /** An attribute more on a region in the middle: text is put in at one place, and nothing else is touched. */
    private void oneEdit(Path file) throws Exception {
        ProjectFile open = ProjectFile.open(file);
        List<ImageEntry> annotated = open.project().images().stream()
                .filter(image -> !image.regions().isEmpty())
                .toList();
        assumeTrue(!annotated.isEmpty(), "no regions");
        ImageEntry image = annotated.get(annotated.size() / 2);
        List<Region> regions = new ArrayList<>(image.regions());
        regions.set(0, regions.get(0).withAttribute("added", VALUE));
        Path copy = folder.resolve("copy");
        open.saveAs(copy, open.project().withImage(image.withRegions(regions)));
        String before = Files.readString(file);
        String after = Files.readString(copy);
        int start = 0;
        while (start < before.length() && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < before.length() - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        String gone = before.substring(start, before.length() - end);
        String come = after.substring(start, after.length() - end);
        assertTrue(come.contains("added"), come);
        boolean cell = open.kind() == FileKind.VIA_CSV && !gone.contains("\n");
        assertTrue(gone.length() <= "null".length() || cell, gone);
    }

    private void convert(Path file) throws Exception {
        ProjectFile open = ProjectFile.open(file);
        for (FileKind kind : FileKind.values()) {
            if (kind.isWritten() && kind != open.kind()) {
                Path target = folder.resolve(kind.name());
                open.saveAs(target, open.project(), kind);
                ViaAcceptance.check(kind, new String(Files.readAllBytes(target), StandardCharsets.UTF_8));
                List<ImageEntry> again = ProjectFile.open(target).project().images();
                assertEquals(Same.shapes(open.project().images()), Same.shapes(again), kind.toString());
            }
        }
    }

    /** Every region and image gets an attribute more. */
    private static Project everywhereEdited(Project project) {
        return project.withImages(project.images().stream()
                .map(image -> image.withAttribute("added", VALUE)
                        .withRegions(image.regions().stream()
                                .map(r -> r.withAttribute("added", VALUE))
                                .toList()))
                .toList());
    }

    private static Stream<Path> viaFiles() throws Exception {
        return files().stream().filter(ViaLoading::isVia);
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
