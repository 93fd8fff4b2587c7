package io.flamemark.edit;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the definitions of attributes of one project into another. */
public final class SchemaMerge {

    private SchemaMerge() {}

    /**
     * {@code into} with what {@code from} defines besides: attributes it lacks, and options that attributes of both lack.
     * What both define differently stays as {@code into} has it; but a text that was never described takes the other
     * definition, since VIA makes such texts of all it finds.
     */
    public static AttributeSchema of(AttributeSchema into, AttributeSchema from) {
        return new AttributeSchema(merged(into.region(), from.region()), merged(into.file(), from.file()));
    }

    private static Map<String, Attribute> merged(Map<String, Attribute> into, Map<String, Attribute> from) {
        Map<String, Attribute> all = new LinkedHashMap<>(into);
        from.forEach((name, attribute) -> all.merge(name, attribute, SchemaMerge::merged));
        return all;
    }

    private static Attribute merged(Attribute into, Attribute from) {
        boolean undescribed = into.type() == Type.TEXT
                && into.description().isEmpty()
                && into.defaults().isEmpty();
        if (undescribed) {
            return from;
        }
        if (into.type() == Type.TEXT || from.type() == Type.TEXT) {
            return into;
        }
        List<Option> options = new ArrayList<>(into.options());
        for (Option option : from.options()) {
            if (options.stream().noneMatch(o -> o.id().equals(option.id()))) {
                options.add(option);
            }
        }
        return new Attribute(into.type(), into.description(), options, into.defaults());
    }
}
