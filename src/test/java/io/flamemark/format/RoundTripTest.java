package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Project;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class RoundTripTest {

    static final String[] FILES = Fixtures.ALL;

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("FILES")
    void anUneditedProjectIsWrittenByteForByte(String name) throws Exception {
        assertRoundTrip(Fixtures.bytes(name));
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void soIsOneFromWindows(String name) throws Exception {
        String text = new String(Fixtures.bytes(name), StandardCharsets.UTF_8);
        assertRoundTrip(("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void anEditThatIsUndoneLeavesNoTrace(String name) throws Exception {
        Path file = Fixtures.copy(name, folder);
        ProjectFile open = ProjectFile.open(file);
        Project before = open.project();
        Project none = before.withImages(
                before.images().stream().map(i -> i.withRegions(List.of())).toList());
        ProjectFile saved = open.save(withNote(before)).save(none).save(before);
        assertArrayEquals(Fixtures.bytes(name), Files.readAllBytes(file));
        assertEquals(before, saved.project());
    }

    @ParameterizedTest
    @CsvSource({
        "project.json, VIA_PROJECT, 3, 7",
        "via1-export.json, VIA_ANNOTATIONS, 2, 3",
        "odd-members.json, VIA_ANNOTATIONS, 11, 3",
        "single-entry.json, VIA_SINGLE_IMAGE, 1, 1",
        "spaced.json, VIA_ANNOTATIONS, 2, 2",
        "damaged-shapes.json, VIA_ANNOTATIONS, 1, 15"
    })
    void everyImageAndRegionIsRead(String name, FileKind kind, int images, int regions) throws Exception {
        ProjectFile open = ProjectFile.open(Fixtures.copy(name, folder));
        assertEquals(kind, open.kind());
        assertEquals(images, open.project().images().size());
        assertEquals(regions, open.project().regionCount());
    }

    private void assertRoundTrip(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("some.json"), bytes);
        ProjectFile open = ProjectFile.open(file);
        open.saveAs(folder.resolve("copy.json"), open.project());
        assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("copy.json")));
    }

    private static Project withNote(Project project) {
        AttributeValue note = new AttributeValue.Text("x");
        return project.withImages(project.images().stream()
                .map(i -> i.withAttribute("note", note))
                .toList());
    }
}
