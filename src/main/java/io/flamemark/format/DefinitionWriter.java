package io.flamemark.format;

import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.files.JsonBoolean;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The definition of one attribute as JSON, changing member by member what differs from what was read. */
final class DefinitionWriter {

    private DefinitionWriter() {}

    /** A definition that is new to the file, with VIA's members in VIA's order. */
    static JsonObject create(Attribute definition) {
        JsonObject object = JsonObject.empty()
                .with("type", type(definition))
                .with("description", JsonValue.of(definition.description()));
        return definition.type() == Type.TEXT
                ? object.with("default_value", defaultText(definition))
                : withDefaults(withOptions(object, List.of(), definition), List.of(), definition, false);
    }

    /** The object that said {@code was} with the differences to {@code next} applied. */
    static JsonObject patch(JsonObject object, Attribute was, Attribute next) {
        boolean otherType = next.type() != was.type();
        JsonObject result = otherType ? object.with("type", type(next)) : object;
        if (!next.description().equals(was.description())) {
            result = result.with("description", JsonValue.of(next.description()));
        }
        boolean otherDefaults = otherType || !next.defaults().equals(was.defaults());
        if (next.type() != Type.TEXT) {
            boolean otherOptions = otherType || !next.options().equals(was.options());
            result = otherOptions ? withOptions(result, was.options(), next) : result;
            boolean choosesAnew = otherDefaults || otherOptions && result.has("default_options");
            boolean keepsUnchosen = !otherDefaults || next.type() == Type.CHECKBOX;
            return choosesAnew
                    ? withDefaults(result.without("default_value"), was.options(), next, keepsUnchosen)
                    : result;
        }
        return otherDefaults
                ? result.without("options").without("default_options").with("default_value", defaultText(next))
                : result;
    }

    private static JsonValue type(Attribute definition) {
        return JsonValue.of(definition.type().name().toLowerCase(Locale.ROOT));
    }

    private static JsonValue defaultText(Attribute definition) {
        return JsonValue.of(
                definition.defaults().isEmpty() ? "" : definition.defaults().get(0));
    }

    private static JsonObject withOptions(JsonObject object, List<Option> was, Attribute next) {
        JsonObject options = objectIn(object, "options");
        return object.with("options", options.withMembers(options(options, was, next)));
    }

    /**
     * @param keepsUnchosen whether an option that is told not to be chosen stays. Where one can be chosen only, VIA takes
     *     the first that is named, whatever is told of it.
     */
    private static JsonObject withDefaults(JsonObject object, List<Option> was, Attribute next, boolean keepsUnchosen) {
        JsonObject defaults = objectIn(object, "default_options");
        return object.with("default_options", defaults.withMembers(defaults(defaults, was, next, keepsUnchosen)));
    }

    /** The options of {@code next} in their order; one that says what it said stands as it stood. */
    private static List<JsonMember> options(JsonObject object, List<Option> was, Attribute next) {
        List<JsonMember> rest = new ArrayList<>(object.members());
        List<JsonMember> members = new ArrayList<>();
        for (Option option : next.options()) {
            JsonMember member = named(rest, option.id());
            JsonValue description = JsonValue.of(option.description());
            if (member == null) {
                JsonMember before = named(rest, formerName(option, was, next));
                members.add(new JsonMember(option.id(), before == null ? description : before.value()));
            } else {
                rest.remove(member);
                members.add(was.contains(option) ? member : member.withValue(description));
            }
        }
        return members;
    }

    private static JsonMember named(List<JsonMember> members, String key) {
        return members.stream().filter(m -> m.key().equals(key)).findFirst().orElse(null);
    }

    /** What a new option was called, if it stands where one stood that is gone and that was described alike; or null. */
    private static String formerName(Option option, List<Option> was, Attribute next) {
        int place = next.options().indexOf(option);
        Option before = place < was.size() && was.size() == next.options().size() ? was.get(place) : null;
        boolean renamed = before != null
                && before.description().equals(option.description())
                && next.options().stream().noneMatch(o -> o.id().equals(before.id()));
        return renamed ? before.id() : null;
    }

    /** What is chosen at first; members that say neither more nor less than before stand as they stood. */
    private static List<JsonMember> defaults(
            JsonObject object, List<Option> was, Attribute next, boolean keepsUnchosen) {
        Set<String> gone = was.stream().map(Option::id).collect(Collectors.toSet());
        next.options().forEach(option -> gone.remove(option.id()));
        List<JsonMember> members = new ArrayList<>();
        for (JsonMember member : object.members()) {
            boolean chosen = next.defaults().contains(member.key());
            if (chosen) {
                members.add(isTrue(member) ? member : member.withValue(JsonValue.of(true)));
            } else if (keepsUnchosen && !isTrue(member) && !gone.contains(member.key())) {
                members.add(member);
            }
        }
        for (String id : next.defaults()) {
            if (!object.has(id)) {
                members.add(new JsonMember(id, JsonValue.of(true)));
            }
        }
        return members;
    }

    private static boolean isTrue(JsonMember member) {
        return member.value() instanceof JsonBoolean chosen && chosen.value();
    }

    private static JsonObject objectIn(JsonObject object, String key) {
        return object.get(key).orElse(null) instanceof JsonObject inner ? inner : JsonObject.empty();
    }
}
