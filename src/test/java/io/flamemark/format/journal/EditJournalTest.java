package io.flamemark.format.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.RegionId;
import io.flamemark.edit.Edit;
import io.flamemark.edit.Projects;
import io.flamemark.format.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditJournalTest {

    @TempDir
    Path folder;

    private Path project;
    private JournalPlaces places;

    @BeforeEach
    void makeProject() throws IOException {
        project = folder.resolve("via_project.json");
        places = JournalPlaces.of(project, folder.resolve("data"));
        ProjectFile.create(project, Projects.twoImages());
    }

    @Test
    @DisplayName("there is a journal beside the project only while something is unsaved")
    void comesAndGoes() throws IOException {
        try (Workplace work = open()) {
            assertFalse(Files.exists(places.beside()));
            edits(work, 1, 3);
            assertTrue(work.journal.settle());
            assertTrue(Files.size(places.beside()) > 0);
            work.save(() -> {});
            assertTrue(work.journal.settle());
            assertFalse(Files.exists(places.beside()));
            edits(work, 2, 1);
            work.journal.discard();
            assertFalse(Files.exists(places.beside()));
        }
        assertEquals(
                Optional.empty(),
                JournalRecovery.look(ProjectFile.open(project), places).edits());
    }

    @Test
    @DisplayName("after a crash the very same project is there, and its edits can be undone one by one")
    void recovers() throws IOException {
        List<Project> states = new ArrayList<>();
        try (Workplace work = open()) {
            for (int i = 0; i < 3; i++) {
                work.session.apply(draw(work));
                states.add(work.session.project());
            }
        }
        try (Workplace again = open()) {
            assertEquals(3, again.found.edits().orElseThrow().steps().size());
            assertEquals(states.get(2), again.session.project());
            assertTrue(again.session.isDirty());
            again.session.undo();
            assertEquals(states.get(1), again.session.project());
            again.session.apply(draw(again));
            states.add(again.session.project());
        }
        try (Workplace third = open()) {
            assertEquals(states.get(3), third.session.project());
        }
        assertEquals(1, journals().size(), "written anew beside itself while it is open, one file after");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("edits, saves and crashes in any order: nothing is missing, though a save numbers the regions anew")
    void savesBetween(long seed) throws IOException {
        Project last = ProjectFile.open(project).project();
        for (int crash = 0; crash < 4; crash++) {
            try (Workplace work = open()) {
                assertEquals(content(last), content(work.session.project()), "crash " + crash);
                assertEquals(List.of(), work.found.kept());
                RandomEdits edits = new RandomEdits(work.session, seed * 10 + crash);
                for (int i = 0; i < 25; i++) {
                    edits.next();
                    if (i % 7 == 5) {
                        work.save(i % 2 == 0 ? edits::next : () -> {});
                    }
                }
                last = work.session.project();
            }
        }
    }

    @Test
    @DisplayName("killed between the new project file and the new journal: only what the file lacks is recovered")
    void killedWhileSaving() throws IOException {
        Project last;
        try (Workplace work = open()) {
            RandomEdits edits = new RandomEdits(work.session, 3);
            for (int i = 0; i < 10; i++) {
                edits.next();
            }
            Project written = work.session.project();
            long after = work.journal.recorded();
            edits.next();
            work.file.save(written, fingerprint -> work.journal.announce(fingerprint, written, after));
            edits.next();
            last = work.session.project();
        }
        try (Workplace again = open()) {
            assertEquals(2, again.journal.recorded());
            assertEquals(content(last), content(again.session.project()));
        }
    }

    @Test
    @DisplayName("a save that failed leaves all edits to be recovered")
    void announcedInVain() throws IOException {
        Project last;
        try (Workplace work = open()) {
            edits(work, 4, 5);
            work.journal.announce("a checksum that never came", work.session.project(), work.journal.recorded());
            edits(work, 5, 2);
            last = work.session.project();
        }
        try (Workplace again = open()) {
            assertEquals(last, again.session.project());
        }
    }

    @Test
    @DisplayName("cut at every byte: each edit whose line is whole is recovered, and nothing else")
    void cutAnywhere() throws IOException {
        assertEquals(0, cutAtEveryByte(5));
    }

    @Test
    @Tag("full")
    @DisplayName("a journal of 200 edits cut at every byte")
    void cutAnywhereOfMany() throws IOException {
        assertEquals(0, cutAtEveryByte(200));
    }

    /** @return how many cuts were not answered by the right prefix */
    private int cutAtEveryByte(int count) throws IOException {
        List<Project> states = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        try (Workplace work = open()) {
            RandomEdits edits = new RandomEdits(work.session, 11);
            for (int i = 0; i < count; i++) {
                edits.next();
                assertTrue(work.journal.settle());
                states.add(work.session.project());
                ends.add(Files.size(places.beside()));
            }
        }
        byte[] whole = Files.readAllBytes(places.beside());
        ProjectFile opened = ProjectFile.open(project);
        int wrong = 0;
        int forced = 0;
        for (int cut = 0; cut <= whole.length; cut++) {
            Files.write(places.beside(), Arrays.copyOf(whole, cut));
            // A line that lacks but its end is whole.
            while (forced < count && ends.get(forced) - 1 <= cut) {
                forced++;
            }
            Project expected = forced == 0 ? opened.project() : states.get(forced - 1);
            Project recovered = JournalRecovery.look(opened, places)
                    .edits()
                    .map(found -> found.session().project())
                    .orElse(opened.project());
            wrong += recovered.equals(expected) ? 0 : 1;
        }
        assertEquals(count, forced);
        return wrong;
    }

    @Test
    @DisplayName("a damaged line in the middle: what stands before it is recovered, and all is kept aside")
    void damagedInTheMiddle() throws IOException {
        try (Workplace work = open()) {
            for (int i = 0; i < 4; i++) {
                work.session.apply(draw(work));
            }
        }
        byte[] bytes = Files.readAllBytes(places.beside());
        bytes[bytes.length * 3 / 4] ^= 1;
        Files.write(places.beside(), bytes);
        try (Workplace again = open()) {
            int recovered = again.found.edits().orElseThrow().steps().size();
            assertTrue(recovered > 0 && recovered < 4, "recovered " + recovered);
            Path kept = aside().get(0);
            assertEquals(-1, Arrays.mismatch(bytes, Files.readAllBytes(kept)));
            assertTrue(
                    again.found.kept().get(0).contains(kept.toString()),
                    again.found.kept().toString());
        }
    }

    @Test
    @DisplayName("the project file was changed by somebody: the journal is kept aside, for when that version is back")
    void otherFile() throws IOException {
        byte[] version = Files.readAllBytes(project);
        try (Workplace work = open()) {
            work.session.apply(draw(work));
        }
        byte[] journal = Files.readAllBytes(places.beside());
        ProjectFile.create(project, Projects.twoImages().withImages(List.of()));
        try (Workplace again = open()) {
            assertEquals(Optional.empty(), again.found.edits());
            assertEquals(-1, Arrays.mismatch(journal, Files.readAllBytes(aside().get(0))));
            assertTrue(again.found.kept().get(0).contains(aside().get(0).toString()));
            String name = places.beside().getFileName().toString();
            assertTrue(again.found.kept().get(0).endsWith("name the file " + name + " again."));
            assertFalse(Files.exists(places.beside()));
        }
        Files.write(project, version);
        Files.move(aside().get(0), places.beside());
        try (Workplace back = open()) {
            assertEquals(1, back.found.edits().orElseThrow().steps().size());
        }
    }

    @Test
    @DisplayName("two windows: the second is told, and both keep their edits")
    void twoWindows() throws IOException {
        try (Workplace first = open()) {
            first.session.apply(draw(first));
            assertTrue(first.journal.settle());
            try (Workplace second = open()) {
                assertTrue(second.found.openElsewhere());
                second.session.apply(draw(second));
                second.session.apply(draw(second));
                assertTrue(second.journal.settle());
                assertTrue(second.shared && !first.shared);
            }
        }
        assertEquals(2, Files.readAllLines(places.beside()).size());
        assertEquals(3, Files.readAllLines(places.elsewhere()).size());
        try (Workplace again = open()) {
            assertEquals(1, again.found.edits().orElseThrow().steps().size());
            assertEquals(1, again.found.kept().size());
        }
    }

    @Test
    @DisplayName("where the project's folder takes no file, the journal lies in the person's own, and is found there")
    void readOnlyFolder() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "no folder");
        JournalPlaces noneBeside = new JournalPlaces(blocked.resolve("x.journal"), places.elsewhere());
        Project last;
        try (Workplace work = new Workplace(project, noneBeside)) {
            work.session.apply(draw(work));
            assertTrue(work.journal.settle());
            assertTrue(Files.exists(places.elsewhere()));
            last = work.session.project();
        }
        try (Workplace again = open()) {
            assertEquals(last, again.session.project());
            assertTrue(again.journal.settle());
            assertTrue(Files.exists(places.beside()) && !Files.exists(places.elsewhere()), "moved where it belongs");
        }
    }

    @Test
    @DisplayName("a full disk is told at once; with room again everything is written, in order")
    void fullDisk() throws Exception {
        FullDisk disk = new FullDisk();
        Project last;
        try (Workplace work = new Workplace(project, places, disk)) {
            work.session.apply(draw(work));
            assertTrue(work.journal.settle());
            disk.full = true;
            for (int i = 0; i < 5; i++) {
                work.session.apply(draw(work));
                assertFalse(work.journal.settle());
            }
            assertTrue(work.troubles.get(0).orElseThrow().contains("No space left"), work.troubles.toString());
            assertTrue(work.dueTasks() <= 1, "one attempt to come, not one an edit: " + work.dueTasks());
            disk.full = false;
            work.session.undo();
            assertTrue(work.journal.settle());
            assertEquals(Optional.empty(), work.troubles.get(work.troubles.size() - 1));
            last = work.session.project();
        }
        try (Workplace again = open()) {
            assertEquals(last, again.session.project());
        }
    }

    @Test
    @DisplayName("the project's disk is full, the person's own is not: the journal goes on there, nobody needs to know")
    void projectsDiskFull() throws Exception {
        FullDisk disk = new FullDisk(file -> file.getParent().equals(folder));
        Project last;
        try (Workplace work = new Workplace(project, places, disk)) {
            work.session.apply(draw(work));
            assertTrue(work.journal.settle());
            disk.full = true;
            work.session.apply(draw(work));
            work.session.apply(draw(work));
            assertTrue(work.journal.settle());
            assertEquals(List.of(), work.troubles);
            assertTrue(Files.exists(places.elsewhere()) && !Files.exists(places.beside()));
            last = work.session.project();
        }
        try (Workplace again = open()) {
            assertEquals(last, again.session.project());
        }
    }

    @Test
    @DisplayName("a disk that is full from the start, and a save elsewhere: what is saved is waited for no longer")
    void savedWhileFull() throws Exception {
        FullDisk disk = new FullDisk();
        disk.full = true;
        Project last;
        try (Workplace work = new Workplace(project, places, disk)) {
            edits(work, 6, 4);
            assertFalse(work.journal.settle());
            work.save(() -> {});
            disk.full = false;
            assertTrue(work.journal.settle());
            assertFalse(Files.exists(places.beside()));
            edits(work, 7, 3);
            last = work.session.project();
        }
        try (Workplace again = open()) {
            assertEquals(content(last), content(again.session.project()));
            assertEquals(3, again.journal.recorded());
        }
    }

    @Test
    @DisplayName("a folder of images that was never saved: edits are recovered, also when an image has joined it since")
    void neverSaved() throws Exception {
        Path images = Files.createDirectory(folder.resolve("feu %20 #1 \u706b"));
        Files.write(images.resolve("a.png"), new byte[] {1});
        Path file = images.resolve("via_project.json");
        JournalPlaces own = JournalPlaces.of(file, folder.resolve("data"));
        try (Workplace work = new Workplace(images, own)) {
            work.session.apply(draw(work));
        }
        Files.write(images.resolve("b.png"), new byte[] {2});
        try (Workplace again = new Workplace(images, own)) {
            assertEquals(1, again.session.project().regionCount());
            assertEquals(2, again.session.project().images().size());
        }
    }

    private Workplace open() throws IOException {
        return new Workplace(project, places);
    }

    private static Edit draw(Workplace work) {
        ImageEntry image = work.session.project().images().get(0);
        RegionId id = work.session.newRegionId();
        return new Edit.AddRegions(image.id(), List.of(Projects.square(id, 10 * id.value())), "draw");
    }

    private static void edits(Workplace work, long seed, int count) {
        RandomEdits edits = new RandomEdits(work.session, seed);
        for (int i = 0; i < count; i++) {
            edits.next();
        }
    }

    /** The images as a reader of the saved project has them: rounded, and their regions numbered anew. */
    private List<ImageEntry> content(Project content) throws IOException {
        Path copy = folder.resolve("copy.json");
        ProjectFile.create(copy, content.withSchema(AttributeSchema.empty()));
        return ProjectFile.open(copy).project().images();
    }

    /** Not the journal itself, nor the one that may be taking its place at this moment. */
    private List<Path> aside() throws IOException {
        String prefix = places.beside().getFileName() + "-";
        return journals().stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .toList();
    }

    private List<Path> journals() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(".journal"))
                    .toList();
        }
    }
}
