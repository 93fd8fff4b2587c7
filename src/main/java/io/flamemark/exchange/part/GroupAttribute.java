package io.flamemark.exchange.part;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Region;
import java.util.Optional;

/**
 * The region attribute by which several regions of an image are parts of one object. VIA has no such thing; COCO's
 * polygons in several parts, labelme's {@code group_id} and masks in several pieces come from and go to it.
 */
public final class GroupAttribute {

    /** Of the attribute; its values are numbers or names. */
    public static final String NAME = "group";

    private GroupAttribute() {}

    /** The object that a region is part of, if it is part of one. */
    public static Optional<String> of(Region region) {
        return Optional.ofNullable(region.attributes().get(NAME))
                .map(AttributeValue::display)
                .filter(text -> !text.isBlank());
    }
}
