package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeValue.Text;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.SplitAttribute;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                 | the file is empty; restore",
                "'  '                                               | the file is empty; restore",
                "'{\"_via_img_metadata\":{\"a\":{\"filename\":'     | line 1, column 39: the JSON ends too early",
                "'{\"_via_settings\":{},\n \"_via_img_metadata\"=1' | line 2, column 21: not valid JSON",
                "'Dear diary, '                                     | this is no project and no JSON; choose a VIA project",
                "'{\"a\": 1}'                                       | this is JSON that is not a project; choose a VIA",
                "'[1, 2]'                                           | this is JSON that is not a project",
                "'{\"_via_settings\":{}}'                           | line 1, column 1: \"_via_img_metadata\" is missing",
                "'{\"_via_img_metadata\":[]}'                       | line 1, column 22: \"_via_img_metadata\": expected an object",
                "'[{\"image_id\":1}]'                               | this is a list of COCO results",
                "'<html></html>'                                    | this is an XML file",
                "'#filename,file_size,file_attributes,region_count' | its first line has to name the seven columns",
                "'filename;file_size;file_attributes;region_count'  | semicolons or tabs, as spreadsheets save it; open the",
                "'GIF89a'                                           | this is a picture; give its name the ending of a picture",
                "'RIFF1234WEBPVP8 '                                 | this is a picture; give its name the ending"
            })
    void refusesNamingTheFileThePlaceAndTheRemedy(String content, String expected) throws Exception {
        Path file = Files.writeString(folder.resolve("via_project.json"), content);
        FormatException e = assertThrows(FormatException.class, () -> ProjectFile.open(file));
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        assertTrue(e.getMessage().contains(expected), e.getMessage());
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
        assertEquals(content, Files.readString(file));
    }

    @Test
    void refusesWhatIsNotThereOrNotUtf8() throws Exception {
        Path missing = folder.resolve("nowhere.json");
        String message = assertThrows(FormatException.class, () -> ProjectFile.open(missing))
                .getMessage();
        assertEquals(missing + ": there is no such file; check the name, or choose another file.", message);
        Path latin = Files.write(
                folder.resolve("latin.json"), "{\"caf\u00e9.jpg1\":{}}".getBytes(StandardCharsets.ISO_8859_1));
        String encoding = assertThrows(FormatException.class, () -> ProjectFile.open(latin))
                .getMessage();
        assertTrue(encoding.startsWith(latin + ", line 1, column 6: not UTF-8"), encoding);
    }

    @Test
    void saysHowTextInUtf16IsOpened() throws Exception {
        Path file = Files.writeString(folder.resolve("notepad.json"), "\uFEFF{}", StandardCharsets.UTF_16LE);
        String message = assertThrows(FormatException.class, () -> ProjectFile.open(file))
                .getMessage();
        assertEquals(file + ": this is UTF-16 text; save it as UTF-8 in a text editor and open it again.", message);
        Files.writeString(file, "\uFEFF\n");
        assertTrue(assertThrows(FormatException.class, () -> ProjectFile.open(file))
                .getMessage()
                .contains("the file is empty"));
    }

    @Test
    void saysWhatAPowerFailureLeft() throws Exception {
        Path file = Files.write(folder.resolve("zeros.json"), new byte[5_000]);
        String message = assertThrows(FormatException.class, () -> ProjectFile.open(file))
                .getMessage();
        assertTrue(message.contains("zero bytes alone") && message.contains("restore it from a copy"), message);
    }

    @Test
    void aProjectCutOffAnywhereIsRefused() throws Exception {
        byte[] whole = Fixtures.bytes("project.json");
        Path file = folder.resolve("cut.json");
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            FormatException e = assertThrows(FormatException.class, () -> ProjectFile.open(file), "cut at " + length);
            assertTrue(e.getMessage().contains("cut.json"), e.getMessage());
        }
    }

    @Test
    void contentDecidesAndNotTheName() throws Exception {
        Path file = Files.write(folder.resolve("holiday.csv"), Fixtures.bytes("project.json"));
        assertEquals(FileKind.VIA_PROJECT, ProjectFile.open(file).kind());
    }

    @Test
    void aFolderOpensItsProject() throws Exception {
        Path file = Fixtures.copy("spaced.json", folder);
        assertEquals(file, ProjectFile.open(folder).path());
        Files.write(folder.resolve("other.json"), Fixtures.bytes("via1-export.json"));
        String message = assertThrows(FormatException.class, () -> ProjectFile.open(folder))
                .getMessage();
        assertTrue(message.contains("several projects; open one of them: other.json, spaced.json"), message);
        Path named = Files.write(folder.resolve("via_project.json"), Fixtures.bytes("project.json"));
        assertEquals(named, ProjectFile.open(folder).path());
    }

    @Test
    void aFolderOfPicturesIsANewProject() throws Exception {
        for (String name : List.of("b10.JPG", "b9.jpg", "a.tiff", "notes.txt")) {
            Files.writeString(folder.resolve(name), "12345");
        }
        ProjectFile open = ProjectFile.open(folder);
        assertEquals(
                List.of("a.tiff", "b9.jpg", "b10.JPG"),
                open.project().images().stream().map(ImageEntry::filename).toList());
        assertEquals(5, open.project().images().get(0).size());
        assertTrue(Files.notExists(open.path()));
        open.save(open.project());
        assertEquals(open.project(), ProjectFile.open(folder).project());
    }

    @Test
    void aFolderOfAnotherProgramSaysWhereItIsSaved() throws Exception {
        Files.writeString(folder.resolve("a.json"), "{\"version\":\"5\",\"imagePath\":\"a.jpg\",\"shapes\":[]}");
        String told = ProjectFile.open(folder).readingFindings().get(0).message();
        assertTrue(told.contains("writes via_project.json into the folder and leaves its other files"), told);
    }

    @Test
    void picturesInSplitFoldersKnowTheirSplit() throws Exception {
        for (String split : SplitAttribute.VALUES) {
            Files.writeString(Files.createDirectory(folder.resolve(split)).resolve("x.png"), split);
        }
        List<ImageEntry> images = ProjectFile.open(folder).project().images();
        assertEquals(
                List.of("train/x.png", "val/x.png", "test/x.png"),
                images.stream().map(ImageEntry::filename).toList());
        assertEquals(Map.of("split", new Text("val")), images.get(1).attributes());
    }

    @Test
    void anEmptyFolderIsRefused() {
        String message = assertThrows(FormatException.class, () -> ProjectFile.open(folder))
                .getMessage();
        assertTrue(message.contains("neither a project nor pictures"), message);
    }
}
