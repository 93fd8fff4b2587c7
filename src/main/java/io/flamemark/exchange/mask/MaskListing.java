package io.flamemark.exchange.mask;

import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * What the numbers in a folder of masks mean: {@code masks.json}.
 *
 * @param classes names; the first has the number 1 in masks of classes
 */
record MaskListing(List<String> classes, List<Entry> images) {

    static final String FILE = "masks.json";
    static final String CLASS_MASKS = "classes";
    static final String INSTANCE_MASKS = "instances";

    private static final int VERSION = 1;

    /**
     * One image.
     *
     * @param file the picture, as in the project
     * @param mask the name of its masks in both folders
     * @param objects the class of each object; the first has the number 1 in the mask of instances
     * @param attributes of the image
     */
    record Entry(String file, String mask, List<String> objects, JsonObject attributes) {}

    /** Whether a JSON object is such a list. */
    static boolean is(JsonObject root) {
        return root.has("masks") && root.has("classes") && root.has("images");
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("version", VERSION)
                .put("masks", texts(List.of(CLASS_MASKS, INSTANCE_MASKS)))
                .put("classes", texts(classes))
                .put("images", JsonArray.of(images, MaskListing::json))
                .build();
    }

    private static JsonObject json(Entry entry) {
        JsonObject.Builder object = JsonObject.builder()
                .put("file", entry.file())
                .put("mask", entry.mask())
                .put("objects", texts(entry.objects()));
        if (entry.attributes().size() > 0) {
            object.put("attributes", entry.attributes());
        }
        return object.build();
    }

    static MaskListing of(JsonObject root) throws JsonException {
        List<Entry> images = new ArrayList<>();
        for (JsonValue item : root.array("images")) {
            JsonObject image = item.asObject();
            images.add(new Entry(
                    image.string("file"),
                    image.string("mask"),
                    texts(image.array("objects")),
                    image.objectOrEmpty("attributes")));
        }
        return new MaskListing(texts(root.array("classes")), images);
    }

    private static JsonArray texts(List<String> texts) {
        return JsonArray.of(texts, JsonValue::of);
    }

    private static List<String> texts(JsonArray array) throws JsonException {
        List<String> texts = new ArrayList<>();
        for (JsonValue value : array) {
            texts.add(value.asString());
        }
        return texts;
    }
}
