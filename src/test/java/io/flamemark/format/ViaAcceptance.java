package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The conditions under which VIA 2.0.11 opens a file without dropping anything or stumbling, as its source has them: it
 * is not asked what we think of the file, only what VIA does with it.
 */
final class ViaAcceptance {

    private static final String CSV_HEADER =
            "filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes";

    /** What VIA merges over its defaults; an unknown group makes it throw. */
    private static final Set<String> SETTINGS = Set.of("ui", "core", "project");

    private ViaAcceptance() {}

    static void check(FileKind kind, String text) throws JsonException {
        assertFalse(text.startsWith("\uFEFF"), "VIA's JSON.parse takes no byte order mark");
        switch (kind) {
            case VIA_PROJECT -> project(JsonValue.parse("project", text));
            case VIA_CSV -> csv(text);
            default -> images(JsonValue.parse("export", text));
        }
    }

    private static void project(JsonValue json) throws JsonException {
        JsonObject root = json.asObject();
        JsonObject settings = root.object("_via_settings");
        assertTrue(SETTINGS.containsAll(settings.keys()), "unknown settings among " + settings.keys());
        for (String group : SETTINGS) {
            assertTrue(settings.object(group).size() > 0, group);
        }
        settings.object("core").object("filepath");
        JsonObject images = root.object("_via_img_metadata");
        images(images);
        for (String side : List.of("region", "file")) {
            for (JsonMember attribute :
                    root.object("_via_attributes").object(side).members()) {
                attribute(attribute.value().asObject());
            }
        }
        if (root.has("_via_image_id_list")) {
            List<String> ids = new ArrayList<>();
            for (JsonValue id : root.array("_via_image_id_list")) {
                ids.add(id.asString());
            }
            // VIA reads the entry of each id at once: one too many is a TypeError, one too few is never shown.
            assertEquals(images.keys(), Set.copyOf(ids));
            assertEquals(images.size(), ids.size());
        }
    }

    private static void attribute(JsonObject attribute) throws JsonException {
        String type = attribute.string("type");
        assertTrue(Set.of("text", "checkbox", "radio", "dropdown", "image").contains(type), type);
        if (!type.equals("text")) {
            attribute.object("options");
            attribute.object("default_options");
        }
    }

    private static void images(JsonValue json) throws JsonException {
        for (JsonMember member : json.asObject().members()) {
            JsonObject entry = assertInstanceOf(JsonObject.class, member.value(), member.key());
            entry.string("filename");
            assertTrue(entry.has("size"), "VIA drops an image without size");
            entry.object("file_attributes");
            for (JsonValue region : entry.array("regions")) {
                region.asObject().object("shape_attributes");
                region.asObject().object("region_attributes");
            }
        }
    }

    private static void csv(String text) throws JsonException {
        String[] lines = text.split("\\n|\\r|\\r\\n");
        assertEquals(CSV_HEADER, lines[0].startsWith("#") ? lines[0].substring(1) : lines[0]);
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isEmpty()) {
                List<String> cells = cells(lines[i]);
                assertEquals(7, cells.size(), lines[i]);
                for (int json : new int[] {2, 5, 6}) {
                    map(cells.get(json));
                }
            }
        }
        assertFalse(text.endsWith("\n"), "VIA ends no last line");
    }

    /** VIA skips a cell that is exactly an empty object and parses every other one as it comes. */
    private static void map(String cell) throws JsonException {
        boolean quoted = cell.startsWith("\"") && cell.endsWith("\"");
        String text = (quoted ? cell.substring(1, cell.length() - 1) : cell).replace("\"\"", "\"");
        JsonValue value = JsonValue.parse("cell", text);
        assertFalse(value instanceof JsonString || value instanceof JsonArray, "no map: " + text);
    }

    /** VIA's way to split a line: a quote anywhere begins a cell anew, and within quotes only two of them count as one. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ',' && !quoted) {
                cells.add(line.substring(start, i));
                start = i + 1;
            } else if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                i++;
            } else if (c == '"') {
                start = quoted ? start : i;
                quoted = !quoted;
            }
        }
        cells.add(line.substring(start));
        return cells;
    }
}
