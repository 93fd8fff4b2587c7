package io.flamemark.annotation;

import java.util.LinkedHashMap;
import java.util.Map;

/** One annotated object: its outline and its attributes (VIA's {@code shape_attributes}, {@code region_attributes}). */
public record Region(RegionId id, Shape shape, Map<String, AttributeValue> attributes) {

    public Region {
        attributes = OrderedMap.copyOf(attributes);
    }

    public Region withShape(Shape next) {
        return new Region(id, next, attributes);
    }

    /** The region with one attribute set, or removed where {@code value} is null. */
    public Region withAttribute(String name, AttributeValue value) {
        Map<String, AttributeValue> next = new LinkedHashMap<>(attributes);
        if (value == null) {
            next.remove(name);
        } else {
            next.put(name, value);
        }
        return new Region(id, shape, next);
    }
}
