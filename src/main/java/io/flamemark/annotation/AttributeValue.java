package io.flamemark.annotation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The value of a region or file attribute, as VIA 2 writes it. */
public sealed interface AttributeValue {

    /** Text, radio, dropdown and image attributes: a string. */
    record Text(String value) implements AttributeValue {}

    /** A checkbox attribute: option id to checked, in file order. */
    record Choices(Map<String, Boolean> checked) implements AttributeValue {
        public Choices {
            checked = Collections.unmodifiableMap(new LinkedHashMap<>(checked));
        }
    }

    /** Anything else seen in the wild (a number, null, a list): its JSON text, kept as it is. */
    record Verbatim(String json) implements AttributeValue {}

    /** What to show a person. */
    default String display() {
        if (this instanceof Text text) {
            return text.value();
        }
        if (this instanceof Choices choices) {
            return String.join(
                    ", ",
                    choices.checked().entrySet().stream()
                            .filter(Map.Entry::getValue)
                            .map(Map.Entry::getKey)
                            .toList());
        }
        return ((Verbatim) this).json();
    }
}
