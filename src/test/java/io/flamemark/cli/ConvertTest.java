package io.flamemark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Project;
import io.flamemark.annotation.Shape;
import io.flamemark.dataset.ImageLocator;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.format.ExportFormat;
import io.flamemark.format.ProjectFile;
import io.flamemark.geometry.Polygon;
import io.flamemark.host.InProcessRunHost;
import io.flamemark.host.ScriptedDetectors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("convert")
class ConvertTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path project;

    @BeforeEach
    void makeProject() throws IOException {
        project = SmallProject.in(folder.resolve("project"));
    }

    private int convert(Object... arguments) {
        Ports ports =
                new Ports(InProcessRunHost::scripted, ScriptedDetectors::new, opened -> ExitCode.OK, Optional::empty);
        out.reset();
        err.reset();
        String[] words = new String[arguments.length + 1];
        words[0] = "convert";
        for (int i = 0; i < arguments.length; i++) {
            words[i + 1] = arguments[i].toString();
        }
        return Cli.run(ports, new PrintStream(out, true), new PrintStream(err, true), words);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("to every format and back to a VIA project: ten squares are ten squares")
    void allPairs() throws IOException {
        for (ExportFormat format : ExportFormat.all()) {
            // Single files lie where the pictures are; folders get copies, or say how large the pictures are.
            Path home = format.extension().isPresent() ? project.getParent() : folder;
            Path there = home.resolve("as-" + format.name());
            int code = convert(project, there, "--to", format.name(), "--copy-images");
            assertEquals(ExitCode.OK, code, format.name() + ": " + out() + err);
            if (format.name().equals("geojson")) {
                continue;
            }
            for (ExportFormat next : ExportFormat.all()) {
                Path second = folder.resolve(format.name() + "-" + next.name());
                assertEquals(
                        ExitCode.OK,
                        convert(there, second, "--to", next.name()),
                        format.name() + next.name() + out() + err);
            }
            Project back =
                    ProjectFile.open(folder.resolve(format.name() + "-via")).project();
            assertEquals(10, back.images().size(), format.name());
            assertEquals(10, back.regionCount(), format.name());
            Shape shape = back.images().get(0).regions().get(0).shape();
            Shape square = new Shape.Polygon(Polygon.of(10, 10, 30, 10, 30, 30, 10, 30));
            assertTrue(
                    shape.equals(square) || shape.equals(new Shape.Rectangle(10, 10, 20, 20)), format.name() + shape);
        }
    }

    @Test
    @DisplayName("to the same format without an edit it writes the same bytes")
    void sameBytes() throws IOException {
        Path copy = folder.resolve("copy.json");
        assertEquals(ExitCode.OK, convert(project, copy));
        assertArrayEquals(Files.readAllBytes(project), Files.readAllBytes(copy));
        Path coco = Files.writeString(
                folder.resolve("odd.json"),
                "{ \"images\" : [{\"id\":7,\"file_name\":\"a.jpg\",\"mine\":1}], \"annotations\":[],\"more\":{} }\n");
        assertEquals(ExitCode.OK, convert(coco, folder.resolve("b/coco.json"), "--to", "coco"), err.toString());
        assertArrayEquals(Files.readAllBytes(coco), Files.readAllBytes(folder.resolve("b/coco.json")));
    }

    @Test
    @DisplayName("what cannot be read is no loss where it is written word for word, and one where it is not")
    void unreadable() throws IOException {
        String header = "filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,"
                + "region_attributes\n";
        Path csv = Files.writeString(folder.resolve("few.csv"), header + "a.jpg,1\nb.jpg,1,{},0,0,{},{}\n");
        assertEquals(ExitCode.OK, convert(csv, folder.resolve("copy.csv")), out());
        assertTrue(out().endsWith("nothing is lost.\n"), out());
        assertEquals(ExitCode.FINDINGS, convert(csv, folder.resolve("other.json")));
        assertTrue(out().contains("Line 2 has 2 cells"), out());
        Path coco = Files.writeString(
                folder.resolve("stray.json"), "{\"images\":[],\"annotations\":[{\"id\":1,\"image_id\":5}]}");
        assertEquals(ExitCode.OK, convert(coco, folder.resolve("copy.json"), "--to", "coco"), out());
        assertEquals(ExitCode.FINDINGS, convert(coco, folder.resolve("stray.via.json"), "--to", "via"));
        assertTrue(out().contains("Annotation 1 is of the image 5"), out());
    }

    @Test
    @DisplayName("a file that is not in UTF-8 is read in the encoding that is named")
    void encoding() throws IOException {
        String entry = "{\"a1\":{\"filename\":\"\u00e9t\u00e9.jpg\",\"size\":1,\"regions\":[],\"file_attributes\":{}}}";
        Path western = Files.writeString(folder.resolve("w.json"), entry, StandardCharsets.ISO_8859_1);
        assertEquals(ExitCode.FAILED, convert(western, folder.resolve("x.json")));
        assertTrue(err.toString().contains("convert --encoding"), err.toString());
        assertEquals(ExitCode.USAGE, convert(western, folder.resolve("x.json"), "--encoding", "none such"));
        assertEquals(
                ExitCode.OK, convert(western, folder.resolve("x.json"), "--encoding", "windows-1252"), out() + err);
        assertEquals(
                "\u00e9t\u00e9.jpg",
                ProjectFile.open(folder.resolve("x.json"))
                        .project()
                        .images()
                        .get(0)
                        .filename());
        assertEquals(ExitCode.FAILED, convert(folder, folder.resolve("y.json"), "--encoding", "windows-1252"));
        assertTrue(err.toString().contains("this is a folder"), err.toString());
        Path csv = Files.writeString(
                folder.resolve("w.csv"),
                "filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes\n"
                        + "\u00e9.jpg,1\n",
                StandardCharsets.ISO_8859_1);
        int code = convert(csv, folder.resolve("z.json"), "--encoding", "windows-1252");
        assertEquals(ExitCode.FINDINGS, code, "a row is left out: " + out());
    }

    @Test
    @DisplayName("nothing is overwritten without --force, and the input never")
    void overwriting() throws IOException {
        Path there = Files.writeString(folder.resolve("there.json"), "mine");
        assertEquals(ExitCode.FAILED, convert(project, there, "--to", "coco"));
        assertTrue(err.toString().contains("there.json: it is there already"), err.toString());
        assertEquals("mine", Files.readString(there));
        assertEquals(ExitCode.FAILED, convert(project, folder.resolve("project"), "--to", "yolo"));
        assertEquals(ExitCode.FAILED, convert(project, project, "--to", "coco", "--force"));
        assertEquals(ExitCode.FAILED, convert(project, folder.resolve("project"), "--to", "coco", "--force"));
        assertEquals(ExitCode.FAILED, convert(project, there, "--to", "yolo", "--force"));
        assertEquals(ExitCode.OK, convert(project, there, "--to", "coco", "--force"), err.toString());
        assertEquals(10, ProjectFile.open(there).project().regionCount());
        assertEquals(ExitCode.USAGE, convert(project, folder.resolve("x"), "--to", "excel"));
        assertTrue(err.toString().contains("via-csv"), err.toString());
    }

    @Test
    @DisplayName("every loss is told with image and region, and what had to be left out makes exit code 1")
    void losses() throws IOException {
        Path circles = Files.writeString(folder.resolve("project/circles.json"), """
                {"test-9.png1":{"filename":"test-9.png","size":1,"file_attributes":{},"regions":[
                {"shape_attributes":{"name":"circle","cx":20,"cy":20,"r":5},"region_attributes":{}},
                {"shape_attributes":{"name":"point","cx":20,"cy":20},"region_attributes":{}}]},
                "gone.png1":{"filename":"gone.png","size":1,"file_attributes":{},"regions":[]}}""");
        assertEquals(ExitCode.FINDINGS, convert(circles, folder.resolve("y"), "--to", "yolo"));
        List<String> lines = out().lines().toList();
        assertEquals(4, lines.size(), out());
        assertTrue(lines.get(0).startsWith("warning test-9.png1: Region 1 of \"test-9.png\" is a circle"), out());
        assertTrue(lines.get(1).startsWith("error test-9.png1: Region 2 of \"test-9.png\" is a single point"), out());
        assertTrue(lines.get(2).contains("\"gone.png\" is not there"), out());
        assertTrue(lines.get(3).contains("from 2 images with 2 regions; 3 things"), out());
        convert(circles, folder.resolve("y2"), "--to", "yolo", "--json");
        JsonObject json = JsonValue.parse("out", out()).asObject();
        assertEquals(3, json.array("losses").size());
        assertEquals("region-left-out", json.array("losses").get(1).asObject().string("code"));
        assertEquals(1, json.array("losses").get(1).asObject().integer("region"));
    }

    @Test
    @DisplayName("a new project in another folder says where the pictures are")
    void picturesElsewhere() throws IOException {
        Path coco = folder.resolve("project/coco.json");
        convert(project, coco, "--to", "coco");
        Path via = folder.resolve("elsewhere/deep/via.json");
        assertEquals(ExitCode.OK, convert(coco, via, "--to", "via"), err.toString());
        ProjectFile opened = ProjectFile.open(via);
        assertEquals("../../project/", opened.project().imageFolder());
        ImageLocator locator =
                new ImageLocator(opened.path(), opened.project().imageFolder(), List.of(folder.resolve("project")));
        assertTrue(locator.find("test-9.png").isPresent());
        assertFalse(opened.project().images().get(0).attributes().containsKey("width"));
        assertEquals(ExitCode.FINDINGS, convert(via, folder.resolve("y"), "--to", "yolo"), "outside of its folder");
        assertTrue(out().contains("without --allow-folder=" + project.getParent()), out());
        Path yolo = folder.resolve("y2");
        int allowed = convert(via, yolo, "--to", "yolo", "--allow-folder", project.getParent());
        assertEquals(ExitCode.OK, allowed, out());
    }
}
