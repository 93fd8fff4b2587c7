package io.flamemark.annotation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes a project declares for regions and for files (VIA's {@code _via_attributes}), in file order.
 */
public record AttributeSchema(Map<String, Attribute> region, Map<String, Attribute> file) {

    /** VIA's attribute types; {@code IMAGE} is a radio whose options are pictures. */
    public enum Type {
        TEXT,
        CHECKBOX,
        RADIO,
        DROPDOWN,
        IMAGE
    }

    /** One choice of an attribute; an empty description means the id is shown. */
    public record Option(String id, String description) {
        public String label() {
            return description.isEmpty() ? id : description;
        }
    }

    /**
     * One attribute.
     *
     * @param options empty for text
     * @param defaults ids of options chosen at first, or the single default text
     */
    public record Attribute(Type type, String description, List<Option> options, List<String> defaults) {
        public Attribute {
            options = List.copyOf(options);
            defaults = List.copyOf(defaults);
        }
    }

    public AttributeSchema {
        region = Collections.unmodifiableMap(new LinkedHashMap<>(region));
        file = Collections.unmodifiableMap(new LinkedHashMap<>(file));
    }

    public static AttributeSchema empty() {
        return new AttributeSchema(Map.of(), Map.of());
    }
}
