package io.flamemark.format;

import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An empty VIA 2 project: all members that VIA 2.0.11 writes, with its defaults. */
final class ViaSkeleton {

    /** What VIA 2.0.10 and 2.0.11 write; VIA never reads it. */
    private static final String FORMAT_VERSION = "2.0.10";

    private ViaSkeleton() {}

    static JsonDocument create() {
        JsonObject root = JsonObject.builder()
                .put(ViaKeys.SETTINGS, settings())
                .put(ViaKeys.IMAGES, JsonObject.empty())
                .put(
                        ViaKeys.ATTRIBUTES,
                        JsonObject.builder()
                                .put("region", JsonObject.empty())
                                .put("file", JsonObject.empty())
                                .build())
                .put(ViaKeys.VERSION, FORMAT_VERSION)
                .put(ViaKeys.ORDER, JsonArray.of(List.of()))
                .build();
        try {
            return JsonDocument.parse("new project", root.toString().getBytes(StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new IllegalStateException("the empty project is valid JSON", e);
        }
    }

    private static JsonObject settings() {
        return JsonObject.builder()
                .put("ui", ui())
                .put(
                        ViaKeys.SETTINGS_CORE,
                        JsonObject.builder()
                                .put("buffer_size", 18)
                                .put("filepath", JsonObject.empty())
                                .put(ViaKeys.IMAGE_FOLDER, "")
                                .build())
                .put(
                        ViaKeys.SETTINGS_PROJECT,
                        JsonObject.builder().put(ViaKeys.PROJECT_NAME, "").build())
                .build();
    }

    private static JsonObject ui() {
        return JsonObject.builder()
                .put("annotation_editor_height", 25)
                .put("annotation_editor_fontsize", 0.8)
                .put("leftsidebar_width", 18)
                .put("image_grid", imageGrid())
                .put(
                        "image",
                        JsonObject.builder()
                                .put("region_label", "__via_region_id__")
                                .put("region_color", "__via_default_region_color__")
                                .put("region_label_font", "10px Sans")
                                .put("on_image_annotation_editor_placement", "NEAR_REGION")
                                .build())
                .build();
    }

    private static JsonValue imageGrid() {
        return JsonObject.builder()
                .put("img_height", 80)
                .put("rshape_fill", "none")
                .put("rshape_fill_opacity", 0.3)
                .put("rshape_stroke", "yellow")
                .put("rshape_stroke_width", 2)
                .put("show_region_shape", true)
                .put("show_image_policy", "all")
                .build();
    }
}
