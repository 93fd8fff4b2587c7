package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Project;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {

    @TempDir
    Path folder;

    private Path file;
    private ProjectFile open;

    @BeforeEach
    void openAProject() throws Exception {
        file = Fixtures.copy("project.json", folder);
        open = ProjectFile.open(file);
    }

    @Test
    void whatSomebodyElseWroteIsNeverOverwritten() throws Exception {
        Files.writeString(file, "{\"theirs.jpg1\":{\"filename\":\"theirs.jpg\",\"size\":1}}");
        byte[] theirs = Files.readAllBytes(file);
        ConflictException e = assertThrows(ConflictException.class, () -> open.save(renamed("mine")));
        assertTrue(e.getMessage().startsWith(file + ": the file was changed by another program"), e.getMessage());
        assertArrayEquals(theirs, Files.readAllBytes(file));
        ProjectFile mine = open.saveAs(folder.resolve("mine.json"), renamed("mine"));
        assertEquals("mine", ProjectFile.open(mine.path()).project().name());
        assertArrayEquals(theirs, Files.readAllBytes(file));
    }

    @Test
    void ownSavesAreNoConflict() throws Exception {
        open.save(renamed("one")).save(renamed("two")).save(renamed("three"));
        assertEquals("three", ProjectFile.open(file).project().name());
    }

    @Test
    void theLastThreeVersionsAreKept() throws Exception {
        List<byte[]> written = new ArrayList<>();
        ProjectFile saved = open;
        for (int i = 0; i < 5; i++) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L + i));
            written.add(0, Files.readAllBytes(file));
            saved = saved.save(renamed("version " + i));
        }
        List<Path> kept = EarlierVersions.of(file);
        assertEquals(3, kept.size());
        for (int i = 0; i < kept.size(); i++) {
            assertArrayEquals(written.get(i), Files.readAllBytes(kept.get(i)));
        }
        assertEquals(file, ProjectFile.open(folder).path());
    }

    @Test
    void anEarlierVersionStaysWhenTheFileIsWrittenInPlace() throws Exception {
        byte[] before = Files.readAllBytes(file);
        EarlierVersions.keep(file);
        Files.writeString(file, "another program wrote this into the file");
        assertArrayEquals(before, Files.readAllBytes(EarlierVersions.of(file).get(0)));
    }

    @Test
    void aProjectOpenedTwiceConflicts() throws Exception {
        ProjectFile second = ProjectFile.open(file);
        open.save(renamed("first"));
        assertThrows(ConflictException.class, () -> second.save(renamed("second")));
        assertEquals("first", ProjectFile.open(file).project().name());
    }

    @Test
    void aFileThatVanishedIsWrittenAgain() throws Exception {
        Files.delete(file);
        open.save(open.project());
        assertArrayEquals(Fixtures.bytes("project.json"), Files.readAllBytes(file));
    }

    @Test
    void aFailedSaveSaysSoAndTheNextOneWorks() throws Exception {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file, no folder");
        FormatException e =
                assertThrows(FormatException.class, () -> open.saveAs(blocked.resolve("project.json"), open.project()));
        assertTrue(e.getMessage().contains("cannot be saved"), e.getMessage());
        open.save(renamed("later"));
        assertEquals("later", ProjectFile.open(file).project().name());
    }

    @Test
    void aNewProjectHasEverythingViaWants() throws Exception {
        Project project =
                new Project("fresh", open.project().images(), open.project().schema(), "pictures/");
        Path target = folder.resolve("new").resolve("via_project.json");
        ProjectFile.create(target, project);
        JsonObject root = JsonDocument.read(target).root().asObject();
        assertEquals(
                List.of(
                        "_via_settings",
                        "_via_img_metadata",
                        "_via_attributes",
                        "_via_data_format_version",
                        "_via_image_id_list"),
                List.copyOf(root.keys()));
        assertEquals("2.0.10", root.string("_via_data_format_version"));
        assertEquals(18, root.object("_via_settings").object("core").integer("buffer_size"));
        JsonObject entry = root.object("_via_img_metadata").object("hill.jpg1000");
        assertEquals(List.of("filename", "size", "regions", "file_attributes"), List.copyOf(entry.keys()));
        assertEquals(
                "{\"shape_attributes\":{\"name\":\"ellipse\",\"cx\":40,\"cy\":41,\"rx\":20.5,\"ry\":10,\"theta\":-0.785},"
                        + "\"region_attributes\":{}}",
                entry.array("regions").get(3).toString());
        assertTrue(Files.readString(target).indexOf('\n') < 0, "compact, as VIA writes");
        Project again = ProjectFile.open(target).project();
        assertEquals(project.name(), again.name());
        assertEquals(project.schema(), again.schema());
        assertEquals(project.images().size(), again.images().size());
    }

    @Test
    void anExportSaysThatItCannotKeepDefinitions() throws Exception {
        ProjectFile export = ProjectFile.open(Fixtures.copy("spaced.json", folder));
        Project next = export.project().withSchema(open.project().schema());
        assertTrue(codes(export.save(next)).contains("definitions-not-kept"));
        assertFalse(codes(export.saveAsProject(folder.resolve("p.json"), next)).contains("definitions-not-kept"));
        assertEquals(
                next.schema().region(),
                ProjectFile.open(folder.resolve("p.json")).project().schema().region());
    }

    private static List<String> codes(ProjectFile file) {
        return file.findings().stream().map(Finding::code).toList();
    }

    @Test
    void anExportBecomesAProjectThatKeepsWhatNobodyKnows() throws Exception {
        ProjectFile export = ProjectFile.open(Fixtures.copy("odd-members.json", folder));
        Path target = folder.resolve("project2.json");
        ProjectFile saved = export.saveAsProject(target, export.project());
        assertTrue(saved.holdsAttributeDefinitions());
        String text = Files.readString(target);
        assertTrue(text.contains("\"checked_by\": \"\\u0041nna\"") && text.contains("\"via_private\": [1]"), text);
        for (JsonObject entry : entries(target)) {
            assertTrue(entry.keys().containsAll(List.of("filename", "size", "regions", "file_attributes")));
        }
        assertEquals(
                export.project().images(), ProjectFile.open(target).project().images());
    }

    /** VIA shows no region of an image in which one polygon lacks a list. */
    @Test
    void pointsThatAreNoListMakeRoomForOneInAnotherKindOfFile() throws Exception {
        String region = "{\"shape_attributes\":%s,\"region_attributes\":{}}";
        String regions = Stream.of(
                        "{\"name\":\"polygon\",\"all_points_x\":5,\"all_points_y\":[1]}",
                        "{\"name\":\"polyline\",\"all_points_y\":\"1 2\"}",
                        "{\"name\":\"point\",\"cx\":3,\"cy\":4}")
                .map(region::formatted)
                .collect(Collectors.joining(","));
        Path damaged = Files.writeString(
                folder.resolve("damaged.json"),
                "{\"a1\":{\"filename\":\"a\",\"size\":1,\"regions\":[%s],\"file_attributes\":{}}}".formatted(regions));
        ProjectFile export = ProjectFile.open(damaged);
        for (FileKind kind : List.of(FileKind.VIA_PROJECT, FileKind.VIA_CSV)) {
            Path target = folder.resolve(kind.name());
            export.saveAs(target, export.project(), kind);
            ViaAcceptance.check(kind, Files.readString(target));
            String text = Files.readString(target).replace("\"\"", "\"");
            for (String kept : List.of(
                    "\"all_points_x\":[],\"all_points_y\":[1],\"all_points_x_unreadable\":5}",
                    "\"all_points_y\":[],\"all_points_x\":[],\"all_points_y_unreadable\":\"1 2\"}")) {
                assertTrue(text.contains(kept), text);
            }
            assertEquals(3, ProjectFile.open(target).project().regionCount());
        }
    }

    @Test
    void aVia1ExportBecomesAProjectWithListsOfRegions() throws Exception {
        ProjectFile export = ProjectFile.open(Fixtures.copy("via1-export.json", folder));
        Path target = folder.resolve("project2.json");
        export.saveAsProject(target, export.project());
        assertEquals(3, entries(target).get(0).array("regions").size());
        assertEquals(
                export.project().images(), ProjectFile.open(target).project().images());
    }

    private static List<JsonObject> entries(Path project) throws Exception {
        List<JsonObject> entries = new ArrayList<>();
        for (JsonMember member : JsonDocument.read(project)
                .root()
                .asObject()
                .object("_via_img_metadata")
                .members()) {
            entries.add(member.value().asObject());
        }
        return entries;
    }

    private Project renamed(String name) {
        Project p = open.project();
        return new Project(name, p.images(), p.schema(), p.imageFolder());
    }
}
