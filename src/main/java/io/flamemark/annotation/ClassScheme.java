package io.flamemark.annotation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which region attribute names the class of a region, and what a region without it is. In Flamemark's own projects the
 * attribute is {@code class}; in other people's it is the first dropdown or radio, else the first text attribute with
 * few values, else there is one class only.
 *
 * @param attribute the attribute that holds the class, if there is one
 * @param classes names in declared order, then in order of appearance; never empty
 */
public record ClassScheme(Optional<String> attribute, List<String> classes) {

    /** The class of a region that names none. */
    public static final String DEFAULT_CLASS = "fire";

    private static final List<String> USUAL_NAMES = List.of("class", "label", "name", "type", "category");
    private static final int MOST_CLASSES = 100;

    public ClassScheme {
        classes = List.copyOf(classes);
    }

    public static ClassScheme of(Project project) {
        Optional<String> attribute = attributeOf(project);
        Set<String> names = new LinkedHashSet<>();
        attribute.map(project.schema().region()::get).ifPresent(a -> a.options().forEach(o -> names.add(o.id())));
        for (ImageEntry image : project.images()) {
            for (Region region : image.regions()) {
                String name = attribute.isEmpty() ? null : valueIn(region, attribute.get());
                if (name != null) {
                    names.add(name);
                }
            }
        }
        if (names.isEmpty()) {
            names.add(DEFAULT_CLASS);
        }
        return new ClassScheme(attribute, List.copyOf(names));
    }

    /**
     * Whether the scheme of a project is another after an edit. False only if it surely is not: then it need not be found
     * out anew, which takes a look at every region.
     *
     * @param before the project this is the scheme of
     * @param touched the images that differ between the two
     */
    public boolean mayChange(Project before, Project after, Set<ImageId> touched) {
        boolean chosenByName = attribute
                .filter(name -> USUAL_NAMES.contains(name)
                        || before.schema().region().get(name).type() != AttributeSchema.Type.TEXT)
                .isPresent();
        return !chosenByName
                || before.schema() != after.schema()
                || before.images().size() != after.images().size()
                || touched.stream().anyMatch(id -> !namesIn(before, id).equals(namesIn(after, id)));
    }

    private List<String> namesIn(Project project, ImageId id) {
        List<String> names = new ArrayList<>();
        for (Region region : project.image(id).map(ImageEntry::regions).orElse(List.of())) {
            names.add(String.valueOf(valueIn(region, attribute.orElseThrow())));
        }
        return names;
    }

    /** The class of a region: its attribute's value, else the default class or the only one. */
    public String classOf(Region region) {
        return attribute
                .flatMap(a -> valueOf(region, a))
                .orElse(classes.contains(DEFAULT_CLASS) ? DEFAULT_CLASS : classes.get(0));
    }

    private static Optional<String> attributeOf(Project project) {
        Map<String, AttributeSchema.Attribute> declared = project.schema().region();
        for (String usual : USUAL_NAMES) {
            if (declared.containsKey(usual)) {
                return Optional.of(usual);
            }
        }
        for (Map.Entry<String, AttributeSchema.Attribute> entry : declared.entrySet()) {
            if (entry.getValue().type() == AttributeSchema.Type.DROPDOWN
                    || entry.getValue().type() == AttributeSchema.Type.RADIO) {
                return Optional.of(entry.getKey());
            }
        }
        return declared.keySet().stream()
                .filter(name -> distinctValues(project, name) <= MOST_CLASSES)
                .findFirst();
    }

    private static long distinctValues(Project project, String attribute) {
        return project.images().stream()
                .flatMap(i -> i.regions().stream())
                .flatMap(r -> valueOf(r, attribute).stream())
                .distinct()
                .limit(MOST_CLASSES + 1L)
                .count();
    }

    /** The class a region names in an attribute, if it names one. */
    static Optional<String> valueOf(Region region, String attribute) {
        return Optional.ofNullable(valueIn(region, attribute));
    }

    /** The class a region names in an attribute, or null: asked of every region after every edit. */
    private static String valueIn(Region region, String attribute) {
        AttributeValue value = region.attributes().get(attribute);
        if (value instanceof AttributeValue.Text text) {
            return text.value().isBlank() ? null : text.value();
        }
        if (value instanceof AttributeValue.Verbatim other) {
            return isNumber(other.json()) ? other.json() : null;
        }
        if (value instanceof AttributeValue.Choices choices) {
            for (Map.Entry<String, Boolean> choice : choices.checked().entrySet()) {
                if (choice.getValue()) {
                    return choice.getKey();
                }
            }
        }
        return null;
    }

    /** Of what JSON knows, numbers alone start so; scripts write the numbers of classes without quotes. */
    private static boolean isNumber(String json) {
        return !json.isEmpty() && (json.charAt(0) == '-' || Character.isDigit(json.charAt(0)));
    }
}
