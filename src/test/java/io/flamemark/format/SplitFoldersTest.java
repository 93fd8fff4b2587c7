package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeValue.Text;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.SplitAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders {@code train} and {@code val} with an export each, as one project. */
class SplitFoldersTest {

    @TempDir
    Path folder;

    private Path train;
    private Path val;
    private ProjectFile open;

    @BeforeEach
    void openBoth() throws Exception {
        train = export("train", "spaced.json");
        val = export("val", "via1-export.json");
        open = ProjectFile.open(folder);
    }

    @Test
    void theyOpenAsOneProjectWithASplit() {
        Project project = open.project();
        assertEquals(
                List.of("train/a.jpg", "train/b.jpg", "val/old.jpg", "val/none.jpg"),
                project.images().stream().map(ImageEntry::filename).toList());
        assertEquals(
                List.of("train", "train", "val", "val"),
                project.images().stream()
                        .map(i -> SplitAttribute.of(i).orElseThrow())
                        .toList());
        assertEquals(SplitAttribute.definition(), project.schema().file().get("split"));
        assertEquals(
                5,
                project.images().stream()
                        .flatMap(i -> i.regions().stream())
                        .map(r -> r.id())
                        .distinct()
                        .count());
        assertEquals(List.of(train, val), open.files());
        assertEquals(folder, open.path().getParent());
    }

    @Test
    void savingWritesOnlyTheFileThatWasEdited() throws Exception {
        byte[] valBefore = Files.readAllBytes(val);
        ImageEntry first = open.project().images().get(0);
        open.save(open.project().withImage(first.withRegions(List.of())));
        assertArrayEquals(valBefore, Files.readAllBytes(val));
        String text = Files.readString(train);
        assertTrue(
                text.contains("{\"filename\": \"a.jpg\", \"size\": 10, \"regions\": [], \"file_attributes\": {}}"),
                text);
        assertFalse(text.contains("split"), text);
    }

    @Test
    void anotherSplitIsWrittenDown() throws Exception {
        ImageEntry second = open.project().images().get(1);
        Project next = open.project().withImage(second.withAttribute("split", new Text("test")));
        open.save(next);
        assertTrue(Files.readString(train).contains("\"file_attributes\": {\"split\": \"test\"}"));
        assertEquals(next.images(), ProjectFile.open(folder).project().images());
    }

    @Test
    void aNewImageGoesWhereItsFolderSays() throws Exception {
        ImageEntry fresh =
                new ImageEntry(new ImageId("val/c.jpg3"), "val/c.jpg", 3, List.of(), Map.of("split", new Text("val")));
        List<ImageEntry> images = new ArrayList<>(open.project().images());
        images.add(fresh);
        open.save(open.project().withImages(images));
        assertTrue(Files.readString(val).contains("\"c.jpg3\":{\"fileref\":\"\",\"size\":3,\"filename\":\"c.jpg\""));
        assertEquals(images.size(), ProjectFile.open(folder).project().images().size());
    }

    @Test
    void aConflictInOneFileWritesNeither() throws Exception {
        byte[] trainBefore = Files.readAllBytes(train);
        Files.writeString(val, "{}");
        Project next = open.project().withImages(List.of(open.project().images().get(0)));
        assertThrows(ConflictException.class, () -> open.save(next.withImages(List.of())));
        assertArrayEquals(trainBefore, Files.readAllBytes(train));
        assertEquals("{}", Files.readString(val));
    }

    @Test
    void aNewImageStaysInItsFolderWhateverItsSplit() throws Exception {
        ImageEntry fresh = new ImageEntry(
                new ImageId("val/c.jpg3"), "val/c.jpg", 3, List.of(), Map.of("split", new Text("train")));
        List<ImageEntry> images = new ArrayList<>(open.project().images());
        images.add(fresh);
        open.save(open.project().withImages(images));
        assertEquals(Optional.of(fresh), ProjectFile.open(folder).project().image(fresh.id()));
    }

    @Test
    void whereOneFileCannotBeWrittenTheOtherIsAsItWasAndSavingCanBeTriedAgain() throws Exception {
        byte[] trainBefore = Files.readAllBytes(train);
        Project next = open.project()
                .withImages(open.project().images().stream()
                        .map(image -> image.withRegions(List.of()))
                        .toList());
        Path aside = Files.move(folder.resolve("val"), folder.resolve("aside"));
        Files.writeString(folder.resolve("val"), "a file where the folder was");
        assertThrows(FormatException.class, () -> open.save(next));
        assertArrayEquals(trainBefore, Files.readAllBytes(train));
        Files.delete(folder.resolve("val"));
        Files.move(aside, folder.resolve("val"));
        open.save(next);
        assertEquals(0, ProjectFile.open(folder).project().regionCount());
    }

    @Test
    void savedAsOneFileNothingIsLost() throws Exception {
        Path target = folder.resolve("via_project.json");
        open.saveAs(target, open.project());
        ProjectFile again = ProjectFile.open(folder);
        assertEquals(target, again.path());
        assertEquals(open.project().images(), again.project().images());
        assertEquals(open.project().schema().file(), again.project().schema().file());
    }

    private Path export(String split, String fixture) throws Exception {
        Path target = Files.createDirectory(folder.resolve(split)).resolve("via_region_data.json");
        return Files.write(target, Fixtures.bytes(fixture));
    }
}
