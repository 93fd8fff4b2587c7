package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.ImageEntry;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Files that are not in UTF-8, as scripts on some systems write them")
class EncodingTest {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final String FIRE = "\u706b\u707e";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"_via_settings\":{},\"_via_img_metadata\":{\"a\":{\"filename\":\"%s.jpg\",\"size\":1,\"mine\":[1e2],"
                        + "\"regions\":[],\"file_attributes\":{}}},\"_via_attributes\":{}}",
                "{\"a\":{\"filename\":\"%s.jpg\",\"size\":1,\"regions\":[],\"file_attributes\":{},\"mine\":[1e2]}}",
                "filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes\n"
                        + "%s.jpg,1,\"{}\",0,0,\"{}\",\"{}\"",
                "{\"images\":[{\"id\":1,\"file_name\":\"%s.jpg\"}],\"annotations\":[],\"categories\":[]}"
            })
    @DisplayName("are shown in the encodings they may be in, and opened in the right one as a new project")
    void opened(String content) throws IOException {
        byte[] bytes = content.formatted(FIRE).getBytes(CHINESE);
        Path file = Files.write(folder.resolve("p.json"), bytes);
        EncodingException e = assertThrows(EncodingException.class, () -> ProjectFile.open(file));
        assertEquals(file, e.file());
        TextReading first = e.readings().get(0);
        assertEquals(CHINESE, first.charset());
        assertTrue(first.sample().contains(FIRE + ".jpg"), first.sample());
        ProjectFile opened = ProjectFile.open(file, first.charset());
        assertEquals(List.of(FIRE + ".jpg"), names(opened));
        ProjectFile saved = opened.save(opened.project());
        assertEquals(folder.resolve("p_via.json"), saved.path());
        assertEquals(List.of(FIRE + ".jpg"), names(ProjectFile.open(saved.path())));
        assertArrayEquals(bytes, Files.readAllBytes(file), "the file stays as it is");
        String written = Files.readString(saved.path());
        assertEquals(content.contains("mine"), written.contains("\"mine\":[1e2]"), written);
    }

    @Test
    @DisplayName("an encoding in which the file makes no sense is refused")
    void wrong() throws IOException {
        Path file = Files.write(folder.resolve("p.json"), new byte[] {'{', '"', (byte) 0xff, '"', '}'});
        EncodingException e = assertThrows(EncodingException.class, () -> ProjectFile.open(file));
        assertTrue(e.readings().stream().noneMatch(r -> r.charset().equals(CHINESE)));
        assertTrue(e.readings().stream().anyMatch(r -> r.sample().equals("{\"\u00ff\"}")), "Western");
        assertTrue(e.getMessage().contains("line 1, column 3: not UTF-8"), e.getMessage());
        assertThrows(FormatException.class, () -> ProjectFile.open(file, CHINESE));
        assertThrows(FormatException.class, () -> ProjectFile.open(file, StandardCharsets.UTF_8));
    }

    private static List<String> names(ProjectFile file) {
        return file.project().images().stream().map(ImageEntry::filename).toList();
    }
}
