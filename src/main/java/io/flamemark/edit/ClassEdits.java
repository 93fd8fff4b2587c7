package io.flamemark.edit;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.RegionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says what class regions are of, in the attribute the project uses for it, whatever its type. Where there is none, the
 * dropdown {@code class} is declared; where a dropdown lacks the class, it gets it.
 */
public final class ClassEdits {

    private static final String OWN_ATTRIBUTE = "class";

    private ClassEdits() {}

    /** Makes regions of an image be of class {@code name}. */
    public static Edit assign(Project project, ImageId image, Set<RegionId> regions, String name) {
        List<Edit> edits = new ArrayList<>();
        declaring(project, name).ifPresent(edits::add);
        String attribute = ClassScheme.of(project).attribute().orElse(OWN_ATTRIBUTE);
        edits.add(new Edit.SetRegionAttribute(image, regions, attribute, Optional.of(valueOf(project, name))));
        return new Edit.Compound("change the class to " + name, edits);
    }

    /** Declares a class, with no region of it yet; empty where it is declared already, or needs no declaration. */
    public static Optional<Edit> declaring(Project project, String name) {
        ClassScheme scheme = ClassScheme.of(project);
        String attribute = scheme.attribute().orElse(OWN_ATTRIBUTE);
        Attribute declared = project.schema().region().get(attribute);
        if (declared != null && (declared.type() == Type.TEXT || hasOption(declared, name))) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>(scheme.classes());
        names.add(name);
        Map<String, Attribute> region = new LinkedHashMap<>(project.schema().region());
        region.put(attribute, declared == null ? dropdown(names) : withOption(declared, name));
        return Optional.of(
                new Edit.SetSchema(new AttributeSchema(region, project.schema().file()), "add the class " + name));
    }

    /** What a new region of a class carries: its class, and the defaults the project declares for other attributes. */
    public static Map<String, AttributeValue> newRegion(Project project, String className) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        project.schema()
                .region()
                .forEach((name, attribute) -> defaultOf(attribute).ifPresent(value -> values.put(name, value)));
        ClassScheme.of(project).attribute().ifPresent(name -> values.put(name, valueOf(project, className)));
        return values;
    }

    private static Optional<AttributeValue> defaultOf(Attribute attribute) {
        if (attribute.defaults().isEmpty() || attribute.defaults().get(0).isEmpty()) {
            return Optional.empty();
        }
        if (attribute.type() == Type.CHECKBOX) {
            Map<String, Boolean> checked = new LinkedHashMap<>();
            attribute.defaults().forEach(id -> checked.put(id, true));
            return Optional.of(new AttributeValue.Choices(checked));
        }
        return Optional.of(new AttributeValue.Text(attribute.defaults().get(0)));
    }

    private static AttributeValue valueOf(Project project, String name) {
        boolean checkbox = ClassScheme.of(project)
                .attribute()
                .map(project.schema().region()::get)
                .filter(a -> a.type() == Type.CHECKBOX)
                .isPresent();
        return checkbox ? new AttributeValue.Choices(Map.of(name, true)) : new AttributeValue.Text(name);
    }

    private static boolean hasOption(Attribute attribute, String id) {
        return attribute.options().stream().anyMatch(o -> o.id().equals(id));
    }

    private static Attribute dropdown(Set<String> names) {
        List<Option> options = names.stream().map(n -> new Option(n, "")).toList();
        return new Attribute(Type.DROPDOWN, "", options, List.of());
    }

    private static Attribute withOption(Attribute attribute, String id) {
        List<Option> options = new ArrayList<>(attribute.options());
        options.add(new Option(id, ""));
        return new Attribute(attribute.type(), attribute.description(), options, attribute.defaults());
    }
}
