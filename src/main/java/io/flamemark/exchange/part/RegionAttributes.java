package io.flamemark.exchange.part;

import io.flamemark.annotation.AttributeValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The class of a region that is being read, and what else is said of it. */
public record RegionAttributes(Optional<String> name, Map<String, AttributeValue> others) {

    /** Of a class, with nothing else said. */
    public static RegionAttributes ofClass(String name) {
        return new RegionAttributes(Optional.of(name), Map.of());
    }

    /** Of no class, with nothing else said. */
    public static RegionAttributes withoutClass() {
        return new RegionAttributes(Optional.empty(), Map.of());
    }

    /** With one attribute more, or another value of it. */
    public RegionAttributes with(String attribute, AttributeValue value) {
        Map<String, AttributeValue> next = new LinkedHashMap<>(others);
        next.put(attribute, value);
        return new RegionAttributes(name, next);
    }

    /** The same with a text. */
    public RegionAttributes with(String attribute, String value) {
        return with(attribute, new AttributeValue.Text(value));
    }

    RegionAttributes withAll(Map<String, AttributeValue> values) {
        Map<String, AttributeValue> next = new LinkedHashMap<>(others);
        next.putAll(values);
        return new RegionAttributes(name, next);
    }

    /** For messages. */
    String className() {
        return name.orElse("");
    }

    /** All attributes, the class first. */
    Map<String, AttributeValue> values(String classAttribute) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        name.ifPresent(n -> values.put(classAttribute, new AttributeValue.Text(n)));
        others.forEach(values::putIfAbsent);
        return values;
    }
}
