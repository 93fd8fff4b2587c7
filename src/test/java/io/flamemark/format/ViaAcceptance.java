package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonBoolean;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonNull;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The conditions under which VIA 2.0.10 and later opens a file without dropping anything, shows all of it and does not
 * stumble, as its source has them: it is not asked what we think of the file, only what VIA does with it.
 */
final class ViaAcceptance {

    private static final String CSV_HEADER =
            "filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes";

    /** What VIA merges over its defaults, and what in it is an object; any other object makes it throw. */
    private static final Map<String, Set<String>> SETTINGS =
            Map.of("ui", Set.of("image_grid", "image"), "core", Set.of("filepath"), "project", Set.of());

    private static final Set<String> ONE_OF_MANY = Set.of("radio", "dropdown", "image");

    private ViaAcceptance() {}

    static void check(FileKind kind, String text) throws JsonException {
        switch (kind) {
            case VIA_PROJECT -> project(JsonValue.parse("project", text));
            case VIA_CSV -> csv(text);
            default -> export(JsonValue.parse("export", text).asObject());
        }
    }

    private static void project(JsonValue json) throws JsonException {
        JsonObject root = json.asObject();
        settings(root.object("_via_settings"));
        JsonObject images = root.object("_via_img_metadata");
        JsonObject attributes = root.object("_via_attributes");
        for (String side : List.of("region", "file")) {
            for (JsonMember attribute : attributes.object(side).members()) {
                attribute(attribute.value().asObject());
            }
        }
        images(images, attributes);
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

    private static void settings(JsonObject settings) throws JsonException {
        assertEquals(SETTINGS.keySet(), settings.keys());
        for (JsonMember group : settings.members()) {
            assertTrue(settings.object(group.key()).size() > 0, group.key());
            for (JsonMember setting : settings.object(group.key()).members()) {
                boolean walksInto = setting.value() instanceof JsonObject || setting.value() instanceof JsonArray;
                assertTrue(!walksInto || SETTINGS.get(group.key()).contains(setting.key()), setting.key());
            }
        }
        settings.object("core").object("filepath");
    }

    private static void attribute(JsonObject attribute) throws JsonException {
        String type = attribute.string("type");
        if (type.equals("text")) {
            return;
        }
        assertTrue(type.equals("checkbox") || ONE_OF_MANY.contains(type), type);
        JsonObject options = attribute.object("options");
        for (JsonMember option : options.members()) {
            option.value().asString();
        }
        JsonObject defaults = attribute.object("default_options");
        if (ONE_OF_MANY.contains(type)) {
            // A new region gets the first that is named, be it true or false.
            assertTrue(defaults.size() <= 1, defaults.toString());
            defaults.members().forEach(m -> assertTrue(((JsonBoolean) m.value()).value(), m.key()));
        }
    }

    /** A file that is merged into a project, where VIA leaves out what has nothing to tell. */
    private static void export(JsonObject images) throws JsonException {
        assertEquals(images.size(), images.keys().size(), "of two entries with one key VIA has the last");
        images(images, JsonObject.empty());
        for (JsonMember image : images.members()) {
            JsonObject entry = (JsonObject) image.value();
            assertFalse(entry.object("file_attributes").has(""), "VIA drops an attribute without a name");
            for (JsonValue value : entry.array("regions")) {
                JsonObject region = value.asObject();
                JsonObject attributes = region.object("region_attributes");
                assertFalse(attributes.has(""), "VIA drops an attribute without a name");
                assertTrue(
                        attributes.size() + region.object("shape_attributes").size() > 0, "VIA drops an empty region");
            }
        }
    }

    private static void images(JsonObject images, JsonObject definitions) throws JsonException {
        for (JsonMember member : images.members()) {
            JsonObject entry = assertInstanceOf(JsonObject.class, member.value(), member.key());
            entry.string("filename");
            assertTrue(entry.has("size"), "VIA drops an image without size");
            values(entry.object("file_attributes"), definitions.objectOrEmpty("file"));
            for (JsonValue region : entry.array("regions")) {
                shape(region.asObject().object("shape_attributes"));
                values(region.asObject().object("region_attributes"), definitions.objectOrEmpty("region"));
            }
        }
    }

    /** VIA copies the lists of points before it shows any region of the image. */
    private static void shape(JsonObject shape) throws JsonException {
        if (Set.of("polygon", "polyline").contains(shape.stringOr("name", ""))) {
            shape.array("all_points_x");
            shape.array("all_points_y");
        }
    }

    /** To tick its boxes, VIA asks the value of a checkbox for its members. */
    private static void values(JsonObject values, JsonObject definitions) throws JsonException {
        for (JsonMember value : values.members()) {
            boolean boxes =
                    definitions.objectOrEmpty(value.key()).stringOr("type", "").equals("checkbox");
            assertFalse(boxes && value.value() instanceof JsonNull, value.key());
        }
    }

    private static void csv(String text) throws JsonException {
        String[] lines = text.split("\\n|\\r|\\r\\n");
        assertEquals(CSV_HEADER, lines[0].startsWith("#") ? lines[0].substring(1) : lines[0]);
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isEmpty()) {
                List<String> cells = cells(lines[i]);
                assertEquals(7, cells.size(), lines[i]);
                map(cells.get(2));
                JsonObject shape = map(cells.get(5));
                shape(shape);
                boolean region = shape.size() + map(cells.get(6)).size() > 0;
                assertTrue(region || cells.get(3).equals("0"), "VIA drops an empty region");
            }
        }
        assertFalse(text.endsWith("\n"), "VIA ends no last line");
    }

    /** A map as VIA takes it from a cell; there is nothing in any other value. */
    private static JsonObject map(String cell) throws JsonException {
        boolean quoted = cell.startsWith("\"") && cell.endsWith("\"");
        String text = (quoted ? cell.substring(1, cell.length() - 1) : cell).replace("\"\"", "\"");
        JsonValue value = JsonValue.parse("cell", text);
        assertFalse(value instanceof JsonString || value instanceof JsonArray, "no map: " + text);
        return value instanceof JsonObject object ? object : JsonObject.empty();
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
