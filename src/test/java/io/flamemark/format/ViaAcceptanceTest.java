package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.files.JsonException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each of these files was given to VIA's own code, which stumbled over it, left something out or chose something else.
 */
class ViaAcceptanceTest {

    private static final String IMAGES = "\"_via_img_metadata\":{}";

    @ParameterizedTest
    @DisplayName("a project as VIA has it, with one thing replaced")
    @ValueSource(
            strings = {
                "\"image_grid\":{ => \"shelf\":{",
                "\"buffer_size\":18 => \"buffer_size\":[18]",
                "\"project\":{ => \"someone\":{",
                "\"_via_image_id_list\":[] => \"_via_image_id_list\":[\"gone.jpg1\"]",
                "\"region\":{} => \"region\":{\"a\":{\"type\":\"radio\",\"options\":{\"b\":\"\"}}}",
                "\"region\":{} => \"region\":{\"a\":{\"type\":\"image\",\"options\":{\"b\":null},"
                        + "\"default_options\":{}}}",
                "\"region\":{} => \"region\":{\"a\":{\"type\":\"radio\",\"options\":{},"
                        + "\"default_options\":{\"b\":false}}}",
                "\"_via_img_metadata\":{} => \"_via_img_metadata\":{\"a\":{\"filename\":\"a\",\"regions\":[]}}"
            })
    void projects(String change) throws Exception {
        String project = ViaSkeleton.create().root().toString();
        ViaAcceptance.check(FileKind.VIA_PROJECT, project);
        String[] both = change.split(" => ");
        assertTrue(project.contains(both[0]), project);
        refused(FileKind.VIA_PROJECT, project.replace(both[0], both[1]));
    }

    @Test
    @DisplayName("a checkbox without a value that has members")
    void checkboxes() throws Exception {
        String attributes =
                "\"region\":{\"a\":{\"type\":\"checkbox\",\"options\":{\"o\":\"\"},\"default_options\":{}}}";
        String image = "{\"a1\":{\"filename\":\"a\",\"size\":1,\"regions\":[{\"shape_attributes\":{},"
                + "\"region_attributes\":{\"a\":%s}}],\"file_attributes\":{}}}";
        String project = ViaSkeleton.create().root().toString().replace("\"region\":{}", attributes);
        String listed = project.replace("\"_via_image_id_list\":[]", "\"_via_image_id_list\":[\"a1\"]");
        String images = "\"_via_img_metadata\":" + image;
        ViaAcceptance.check(FileKind.VIA_PROJECT, listed.replace(IMAGES, images.formatted("{}")));
        refused(FileKind.VIA_PROJECT, listed.replace(IMAGES, images.formatted("null")));
    }

    @ParameterizedTest
    @DisplayName("regions of an export")
    @ValueSource(
            strings = {
                "{\"shape_attributes\":{},\"region_attributes\":{}}",
                "{\"shape_attributes\":{\"name\":\"point\",\"cx\":1,\"cy\":2},\"region_attributes\":{\"\":\"x\"}}",
                "{\"shape_attributes\":{\"name\":\"polygon\",\"all_points_x\":[1,2,3]},\"region_attributes\":{}}",
                "{\"shape_attributes\":{\"name\":\"polygon\",\"all_points_x\":\"1\",\"all_points_y\":[]},"
                        + "\"region_attributes\":{}}",
                "null"
            })
    void exports(String region) {
        String entry = "{\"a1\":{\"filename\":\"a\",\"size\":1,\"regions\":[%s],\"file_attributes\":{}}}";
        refused(FileKind.VIA_ANNOTATIONS, entry.formatted(region));
    }

    @ParameterizedTest
    @DisplayName("rows of a CSV")
    @ValueSource(
            strings = {
                "a,b.jpg,1,\"{}\",0,0,\"{}\",\"{}\"",
                "a.jpg,1,\"{}\",1,0,\"{}\",\"{}\"",
                "a.jpg,1,\"{}\",1,0,\"{\"\"name\"\":undefined}\",\"{}\"",
                "a.jpg,1,\"{}\",1,0,\"{\"\"name\"\":\"\"polyline\"\"}\",\"{}\""
            })
    void rows(String row) throws Exception {
        String header = CsvColumns.STANDARD.header();
        ViaAcceptance.check(FileKind.VIA_CSV, header + "\na.jpg,1,\"{}\",0,0,\"{}\",\"{}\"");
        refused(FileKind.VIA_CSV, header + "\n" + row);
    }

    private static void refused(FileKind kind, String text) {
        Throwable why = assertThrows(Throwable.class, () -> ViaAcceptance.check(kind, text));
        assertTrue(why instanceof AssertionError || why instanceof JsonException, why.toString());
    }
}
