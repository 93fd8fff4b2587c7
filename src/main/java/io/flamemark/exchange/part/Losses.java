package io.flamemark.exchange.part;

import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.FindingList;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.PictureAttributes;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.SplitAttribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What several formats have no place for, in the same words. */
public final class Losses {

    private Losses() {}

    /** The beginning of a message; what was done about it follows. */
    public static String sizeUnknown(ImageEntry image) {
        return "The picture of \"" + image.filename() + "\" is not there or cannot be read, so its size in pixels is"
                + " unknown; put it beside the project.";
    }

    /** Types, options and defaults of attributes: no format but VIA's has them. Class names stay, and splits explain themselves. */
    public static void ofDefinitions(Project project, ClassScheme classes, FindingList losses) {
        Set<String> defined = new TreeSet<>();
        project.schema().region().forEach((name, attribute) -> {
            if (!classes.attribute().equals(Optional.of(name)) && isMoreThanAName(attribute)) {
                defined.add(name);
            }
        });
        project.schema().file().forEach((name, attribute) -> {
            if (isMoreThanAName(attribute) && !name.equals(SplitAttribute.NAME)) {
                defined.add(name);
            }
        });
        if (!defined.isEmpty()) {
            losses.project(
                    Severity.INFO,
                    "definitions-left-out",
                    "The types, options and defaults of the attributes " + String.join(", ", defined)
                            + " are not written; their values are where the format has a place for them.");
        }
    }

    /** Pictures that other programs show otherwise than they were annotated: their first page, or turned by their EXIF data. */
    public static void ofPictures(Project project, Pictures pictures, FindingList losses) {
        for (ImageEntry image : project.images()) {
            String name = "The outlines of \"" + image.filename() + "\" are those of ";
            int page = PictureAttributes.page(image);
            if (page > 0) {
                losses.warning("picture-other", image, name + "its page " + (page + 1) + "; others look at the first.");
            }
            if (!PictureAttributes.isUpright(image) && pictures.isTurned(image)) {
                losses.warning(
                        "picture-other",
                        image,
                        name + "the picture as it is stored; others turn it as its EXIF data says.");
            }
        }
    }

    private static boolean isMoreThanAName(Attribute attribute) {
        return attribute.type() != Type.TEXT
                || !attribute.description().isEmpty()
                || !attribute.defaults().isEmpty();
    }

    /**
     * The attributes of an image, for formats that have no place for them.
     *
     * @param kept those it does have a place for
     */
    public static void ofImageAttributes(ImageEntry image, FindingList losses, String... kept) {
        Set<String> names = withoutSize(image.attributes()).keySet();
        names.removeAll(List.of(kept));
        if (!names.isEmpty()) {
            losses.note(
                    "attributes-left-out",
                    image,
                    "\"" + image.filename() + "\" has attributes that are not written: " + String.join(", ", names)
                            + ".");
        }
    }

    /** The attributes of regions beyond their class, for formats that hold classes only. */
    public static void ofRegionAttributes(ImageEntry image, ClassScheme classes, FindingList losses) {
        for (int i = 0; i < image.regions().size(); i++) {
            Set<String> others =
                    AreaObject.others(image.regions().get(i), classes).keySet();
            if (!others.isEmpty()) {
                losses.region(
                        Severity.INFO,
                        "attributes-left-out",
                        image,
                        i,
                        "has attributes that are not written: " + String.join(", ", others) + ".");
            }
        }
    }

    /** File attributes without those that only keep the size for {@link Pictures}. */
    public static Map<String, AttributeValue> withoutSize(Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> others = new LinkedHashMap<>(attributes);
        others.remove(Pictures.WIDTH);
        others.remove(Pictures.HEIGHT);
        return others;
    }
}
