package io.flamemark.exchange.via3;

import io.flamemark.annotation.Shape;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.ImageBuilder;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.ProjectBuilder;
import io.flamemark.exchange.part.RegionAttributes;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonNumber;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the views of a VIA 3 project as images and its metadata as their regions; see {@link Via3Format}. */
final class Via3Reader {

    private static final int IMAGE = 2;
    private static final int FROM_THE_WEB = 2;
    private static final int FROM_A_PATH = 3;

    private final JsonObject root;
    private final ProjectBuilder project;
    private final Via3Attributes attributes;
    private final Map<String, ImageBuilder> imageOfView = new LinkedHashMap<>();

    Via3Reader(JsonObject root, ProjectBuilder project) throws JsonException {
        this.root = root;
        this.project = project;
        this.attributes = new Via3Attributes(root.objectOrEmpty("attribute"));
    }

    Imported read(String name) throws JsonException, ExchangeException {
        JsonObject views = root.object("view");
        for (String vid : order(views)) {
            if (views.get(vid).orElse(null) instanceof JsonObject view) {
                view(vid, view);
            }
        }
        for (JsonMember member : root.object("metadata").members()) {
            if (member.value() instanceof JsonObject metadata) {
                metadata(member.key(), metadata);
            } else {
                project.problem(
                        "metadata-unreadable",
                        "The metadata \"" + member.key() + "\" are no object; they are left out.");
            }
        }
        Imported imported = project.build(name);
        return new Imported(
                imported.project()
                        .withSchema(attributes.schema(imported.project().schema())),
                imported.findings());
    }

    /** The views in the order of display, then those that the order forgets. */
    private Set<String> order(JsonObject views) throws JsonException {
        JsonObject facts = root.object("project");
        Set<String> order = new LinkedHashSet<>();
        for (JsonValue vid : facts.has("vid_list") ? facts.arrayOrEmpty("vid_list") : root.arrayOrEmpty("vid_list")) {
            order.add(idOf(vid));
        }
        order.addAll(views.keys());
        return order;
    }

    private void view(String vid, JsonObject view) throws JsonException {
        JsonArray files = view.arrayOrEmpty("fid_list");
        String fid = files.size() == 0 ? "" : idOf(files.get(0));
        JsonObject file = root.object("file").get(fid).orElse(null) instanceof JsonObject found ? found : null;
        if (file == null) {
            project.problem("view-without-file", "The view \"" + vid + "\" shows no file; it is left out.");
        } else if (whole(file, "type") != IMAGE) {
            project.problem(
                    "no-image",
                    "\"" + file.stringOr("fname", fid)
                            + "\" is a video or a sound, which this program does not show; it" + " is left out.");
        } else {
            ImageBuilder image = project.image(nameOf(file));
            imageOfView.put(vid, image);
            if (files.size() > 1) {
                image.leftOut(
                        "view-of-several", "What the view \"" + vid + "\" shows besides the first image, which is");
            }
        }
    }

    /** As it is found: the address where it has one, else its bare name. */
    private String nameOf(JsonObject file) throws JsonException {
        int location = whole(file, "loc");
        String name = file.stringOr("fname", "");
        String source = file.stringOr("src", "");
        boolean hasAddress = (location == FROM_THE_WEB || location == FROM_A_PATH) && !source.isEmpty();
        if (!hasAddress) {
            return name;
        }
        JsonObject prefixes = root.objectOrEmpty("config").objectOrEmpty("file").objectOrEmpty("loc_prefix");
        String prefix = prefixes.stringOr(Integer.toString(location), "");
        return source.contains("://") ? source : prefix + source;
    }

    private void metadata(String mid, JsonObject metadata) throws JsonException, ExchangeException {
        ImageBuilder image =
                imageOfView.get(metadata.get("vid").map(Via3Reader::idOf).orElse(""));
        if (image == null) {
            return;
        }
        JsonArray xy = metadata.arrayOrEmpty("xy");
        JsonObject values = metadata.objectOrEmpty("av");
        if (metadata.arrayOrEmpty("z").size() > 0) {
            image.leftOut("in-time", "What \"" + mid + "\" marks in time");
        } else if (xy.size() == 0) {
            attributes.values(values).forEach(image::attribute);
        } else {
            try {
                Shape shape = Via3Shapes.read(xy);
                image.region(shape, new RegionAttributes(Optional.empty(), attributes.values(values)));
            } catch (JsonException e) {
                image.leftOut("shape-unreadable", "The shape of \"" + mid + "\" (" + e.problem() + ")");
            }
        }
    }

    private static String idOf(JsonValue id) {
        return id instanceof JsonString text ? text.value() : id.toString();
    }

    private static int whole(JsonObject object, String key) {
        return object.get(key).orElse(null) instanceof JsonNumber number && number.isWhole()
                ? (int) number.longValue()
                : -1;
    }
}
