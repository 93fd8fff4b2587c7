package io.flamemark.exchange.coco;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.exchange.part.AttributeJson;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.ImageBuilder;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.OutputNames;
import io.flamemark.exchange.part.ProjectBuilder;
import io.flamemark.exchange.part.RegionAttributes;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonNumber;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the lists of a COCO file and joins them; see {@link CocoFormat}. */
final class CocoReader {

    private final Path file;
    private final JsonObject root;
    private final ProjectBuilder project;
    private final Map<String, ImageBuilder> images = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();

    CocoReader(Path file, JsonObject root) {
        this.file = file;
        this.root = root;
        this.project = new ProjectBuilder(file, file.getParent());
    }

    Imported read() throws JsonException, ExchangeException {
        readCategories(root.arrayOrEmpty("categories"));
        readImages(root.array("images"));
        JsonArray annotations = root.array("annotations");
        for (int i = 0; i < annotations.size(); i++) {
            readAnnotation(annotations.get(i).passing(), i);
        }
        return project.build(OutputNames.stem(file.getFileName().toString()));
    }

    private void readCategories(JsonArray list) {
        Set<String> groups = new LinkedHashSet<>();
        for (JsonValue item : list) {
            if (item instanceof JsonObject category) {
                String id = text(category.get("id"));
                String name = text(category.get("name"));
                String shown = name.isBlank() ? "category " + id : name;
                categories.put(id, shown);
                project.declareClass(shown);
                groups.add(text(category.get("supercategory")));
            }
        }
        // VIA and this program put the name of the attribute there; other programs have one group for all, or many.
        groups.removeIf(g -> g.isBlank() || g.equalsIgnoreCase("none") || categories.containsValue(g));
        if (groups.size() == 1) {
            project.nameClassAttribute(groups.iterator().next());
        }
    }

    private void readImages(JsonArray list) {
        for (int i = 0; i < list.size(); i++) {
            JsonObject image = list.get(i).passing() instanceof JsonObject object ? object : JsonObject.empty();
            String name = filename(image);
            if (name.isBlank()) {
                project.problem(
                        "image-unreadable", "Image " + (i + 1) + " of the list has no file name; it is left out.");
                continue;
            }
            ImageBuilder builder = project.image(name);
            builder.declaredSize(whole(image.get("width")), whole(image.get("height")));
            AttributeJson.read(image.get("attributes").orElse(null)).forEach(builder::attribute);
            String id = text(image.get("id"));
            if (images.putIfAbsent(id, builder) != null) {
                project.leftOut(
                        builder.entry(),
                        "image-id-twice",
                        "The id " + id + " of \"" + name
                                + "\" is another image's too, which gets all annotations of it.");
            }
        }
    }

    private static String filename(JsonObject image) {
        String name = text(image.get("file_name"));
        return name.isBlank() ? text(image.get("coco_url")) : name;
    }

    private void readAnnotation(JsonValue item, int index) throws ExchangeException {
        if (!(item instanceof JsonObject annotation)) {
            problem(index, "is " + item.kind());
            return;
        }
        String imageId = text(annotation.get("image_id"));
        ImageBuilder image = images.get(imageId);
        if (image == null) {
            problem(index, "is of the image " + imageId + ", which there is not");
            return;
        }
        RegionAttributes attributes = attributes(annotation);
        try {
            CocoShapes shapes = CocoShapes.of(annotation, project);
            int before = image.regionCount();
            image.object(shapes.shapes(), attributes, Integer.toString(index + 1));
            if (shapes.filledHoles() > 0 && image.regionCount() > before) {
                image.warnOfLast(
                        "holes-filled",
                        "had more holes than fit an outline; " + shapes.filledHoles() + " of the smallest are filled.");
            }
        } catch (JsonException e) {
            image.leftOut("annotation-unreadable", "Annotation " + (index + 1) + " (" + e.problem() + ")");
        }
    }

    private void problem(int index, String what) {
        project.problem("annotation-unreadable", "Annotation " + (index + 1) + " " + what + "; it is left out.");
    }

    private RegionAttributes attributes(JsonObject annotation) {
        String category = text(annotation.get("category_id"));
        String name = categories.getOrDefault(category, category.isEmpty() ? "" : "category " + category);
        Map<String, AttributeValue> others =
                AttributeJson.read(annotation.get("attributes").orElse(null));
        RegionAttributes attributes = new RegionAttributes(Optional.of(name).filter(n -> !n.isEmpty()), others);
        if (whole(annotation.get("iscrowd")) == 1) {
            attributes = attributes.with(CocoWriter.CROWD, "1");
        }
        return annotation.get("score").orElse(null) instanceof JsonNumber score
                ? attributes.with("score", score.literal())
                : attributes;
    }

    /** Ids are numbers, or texts in files of VIA 2.0.8; both are compared as texts. */
    private static String text(Optional<JsonValue> value) {
        if (value.orElse(null) instanceof JsonString text) {
            return text.value();
        }
        if (value.orElse(null) instanceof JsonNumber number) {
            return number.isWhole() ? Long.toString(number.longValue()) : number.literal();
        }
        return "";
    }

    private static long whole(Optional<JsonValue> value) {
        return value.orElse(null) instanceof JsonNumber number && number.isWhole() ? number.longValue() : 0;
    }
}
