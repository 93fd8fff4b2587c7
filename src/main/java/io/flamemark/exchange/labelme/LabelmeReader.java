package io.flamemark.exchange.labelme;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Shape;
import io.flamemark.exchange.part.AttributeJson;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.GroupAttribute;
import io.flamemark.exchange.part.ImageBuilder;
import io.flamemark.exchange.part.OutputNames;
import io.flamemark.exchange.part.ProjectBuilder;
import io.flamemark.exchange.part.RegionAttributes;
import io.flamemark.files.JsonBoolean;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonNull;
import io.flamemark.files.JsonNumber;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the shapes of labelme files into images of one project; see {@link LabelmeFormat}. */
final class LabelmeReader {

    static final String FLAGS = "flags";
    static final String DESCRIPTION = "description";
    static final String ATTRIBUTES = "attributes";

    private final ProjectBuilder project;

    LabelmeReader(ProjectBuilder project) {
        this.project = project;
    }

    void read(JsonObject root, Path file) throws JsonException, ExchangeException {
        String picture = root.stringOr("imagePath", "").replace('\\', '/');
        String name = picture.isBlank() ? OutputNames.stem(file.getFileName().toString()) + ".jpg" : picture;
        ImageBuilder image = project.image(name);
        if (picture.isBlank()) {
            image.leftOut("picture-embedded", "The picture embedded");
        }
        image.declaredSize(whole(root, "imageWidth"), whole(root, "imageHeight"));
        flags(root).ifPresent(flags -> image.attribute(FLAGS, flags));
        AttributeJson.read(root.get(ATTRIBUTES).orElse(null)).forEach(image::attribute);
        int index = 0;
        for (JsonValue shape : root.array("shapes")) {
            index++;
            if (shape.passing() instanceof JsonObject object) {
                shape(object, index, image, file);
            } else {
                image.leftOut("shape-unreadable", "Shape " + index + " is " + shape.kind() + " instead of an object");
            }
        }
    }

    private void shape(JsonObject object, int index, ImageBuilder image, Path file) throws ExchangeException {
        try {
            LabelmeShape shape = LabelmeShape.of(object, project, file);
            RegionAttributes attributes = attributes(object);
            if (shape.parts().size() > 1 && !attributes.others().containsKey(GroupAttribute.NAME)) {
                attributes = attributes.with(GroupAttribute.NAME, "shape " + index);
            }
            for (Shape part : shape.parts()) {
                image.region(part, attributes);
            }
            if (shape.filledHoles() > 0) {
                image.warnOfLast(
                        "holes-filled",
                        "had more holes than fit an outline; " + shape.filledHoles() + " of the smallest are filled.");
            }
        } catch (JsonException e) {
            image.leftOut("shape-unreadable", "Shape " + index + " (" + e.problem() + ")");
        }
    }

    private static RegionAttributes attributes(JsonObject object) throws JsonException {
        Map<String, AttributeValue> others = new LinkedHashMap<>();
        JsonValue group = object.get("group_id").orElse(JsonValue.of((String) null));
        if (!(group instanceof JsonNull)) {
            others.put(
                    GroupAttribute.NAME,
                    new AttributeValue.Text(group instanceof JsonString text ? text.value() : group.toString()));
        }
        String description = object.stringOr(DESCRIPTION, "");
        if (!description.isEmpty()) {
            others.put(DESCRIPTION, new AttributeValue.Text(description));
        }
        flags(object).ifPresent(flags -> others.put(FLAGS, flags));
        others.putAll(AttributeJson.read(object.get(ATTRIBUTES).orElse(null)));
        return new RegionAttributes(Optional.of(object.stringOr("label", "")).filter(l -> !l.isBlank()), others);
    }

    /** The flags of an image or shape, if it has any. */
    private static Optional<AttributeValue> flags(JsonObject object) {
        Map<String, Boolean> flags = new LinkedHashMap<>();
        if (object.get(FLAGS).orElse(null) instanceof JsonObject members) {
            for (JsonMember member : members.members()) {
                if (member.value() instanceof JsonBoolean bool) {
                    flags.put(member.key(), bool.value());
                }
            }
        }
        return flags.isEmpty() ? Optional.empty() : Optional.of(new AttributeValue.Choices(flags));
    }

    private static long whole(JsonObject root, String key) {
        return root.get(key).orElse(null) instanceof JsonNumber number && number.isWhole() ? number.longValue() : 0;
    }
}
