package io.flamemark.format;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a project over the {@link ViaDocument} it was read from. Nodes that say what the project says are kept as
 * they are; the rest is changed as little as possible. An annotation export has no place for the project's name, its
 * order of images beyond that of the entries, and the definitions of attributes: these are not written there.
 */
final class ViaWriter {

    private final ViaDocument read;
    private final Project next;
    private final Map<ImageId, JsonObject> nodes = new HashMap<>();

    private ViaWriter(ViaDocument read, Project next) {
        this.read = read;
        this.next = next;
        EntryWriter writer = new EntryWriter(read);
        next.images().forEach(entry -> nodes.put(entry.id(), node(entry, writer)));
    }

    static JsonDocument write(ViaDocument read, Project next) {
        return next.equals(read.known()) ? read.json() : read.json().withRoot(new ViaWriter(read, next).root());
    }

    private JsonObject node(ImageEntry entry, EntryWriter writer) {
        ViaDocument.EntryNode was = read.entries().get(entry.id());
        if (was == null) {
            return writer.create(entry);
        }
        return was.known().equals(entry) ? was.node() : writer.patch(was, entry);
    }

    private JsonObject root() {
        JsonObject root = (JsonObject) read.json().root();
        return switch (read.kind()) {
            case VIA_PROJECT -> project(root);
            case VIA_SINGLE_IMAGE ->
                isStillSingle() ? nodes.get(next.images().get(0).id()) : images(JsonObject.empty());
            default -> images(root);
        };
    }

    private boolean isStillSingle() {
        return ids(next).equals(ids(read.known()));
    }

    private JsonObject project(JsonObject root) {
        JsonObject result = with(root, ViaKeys.IMAGES, images(objectIn(root, ViaKeys.IMAGES)));
        Project known = read.known();
        if (!next.name().equals(known.name())) {
            result = setting(result, ViaKeys.SETTINGS_PROJECT, ViaKeys.PROJECT_NAME, next.name());
        }
        if (!next.imageFolder().equals(known.imageFolder())) {
            result = setting(result, ViaKeys.SETTINGS_CORE, ViaKeys.IMAGE_FOLDER, next.imageFolder());
        }
        if (!next.schema().equals(known.schema())) {
            JsonValue attributes = result.get(ViaKeys.ATTRIBUTES).orElse(null);
            result = result.with(ViaKeys.ATTRIBUTES, SchemaCodec.patch(attributes, known.schema(), next.schema()));
        }
        if (root.get(ViaKeys.ORDER).orElse(null) instanceof JsonArray order
                && !ids(next).equals(ids(known))) {
            result = result.with(ViaKeys.ORDER, order(order));
        }
        return result;
    }

    private static JsonObject setting(JsonObject root, String group, String key, String value) {
        JsonObject settings = objectIn(root, ViaKeys.SETTINGS);
        JsonObject inner = objectIn(settings, group).with(key, JsonValue.of(value));
        return root.with(ViaKeys.SETTINGS, settings.with(group, inner));
    }

    private JsonArray order(JsonArray order) {
        Map<String, JsonValue> written = new HashMap<>();
        for (JsonValue id : order) {
            if (id instanceof JsonString text) {
                written.put(text.value(), id);
            }
        }
        return order.withElements(next.images().stream()
                .map(i -> keyOf(i.id()))
                .map(key -> written.getOrDefault(key, JsonValue.of(key)))
                .toList());
    }

    /** The map of images with every entry up to date; members that are no images keep their places. */
    private JsonObject images(JsonObject container) {
        Map<JsonValue, ImageId> idOfNode = new IdentityHashMap<>();
        read.known()
                .images()
                .forEach(i -> idOfNode.put(read.entries().get(i.id()).node(), i.id()));
        Map<ImageId, JsonMember> memberOf = new LinkedHashMap<>();
        for (JsonMember member : container.members()) {
            if (idOfNode.containsKey(member.value())) {
                memberOf.put(idOfNode.get(member.value()), member);
            }
        }
        Deque<ImageId> queue = new ArrayDeque<>(order(memberOf.keySet()));
        List<JsonMember> members = new ArrayList<>();
        for (JsonMember member : container.members()) {
            if (!idOfNode.containsKey(member.value())) {
                members.add(member);
            } else if (!queue.isEmpty()) {
                members.add(member(queue.remove(), memberOf));
            }
        }
        queue.forEach(id -> members.add(member(id, memberOf)));
        return isSame(members, container.members()) ? container : container.withMembers(members);
    }

    private JsonMember member(ImageId id, Map<ImageId, JsonMember> memberOf) {
        JsonMember was = memberOf.get(id);
        return was == null ? new JsonMember(keyOf(id), nodes.get(id)) : was.withValue(nodes.get(id));
    }

    private String keyOf(ImageId id) {
        ViaDocument.EntryNode was = read.entries().get(id);
        return was != null ? was.key() : ViaNames.local(read.place(), id.key());
    }

    /**
     * The order of the entries in the file. Where the project keeps the order of display in a list of its own, entries
     * stay where they are and new ones come last; else the order of the entries is the order of display.
     */
    private List<ImageId> order(Set<ImageId> inFile) {
        List<ImageId> wanted = ids(next);
        if (!((JsonObject) read.json().root()).has(ViaKeys.ORDER)) {
            return wanted;
        }
        Set<ImageId> staying = new HashSet<>(wanted);
        List<ImageId> order = new ArrayList<>(inFile);
        order.removeIf(id -> !staying.contains(id));
        wanted.stream().filter(id -> !inFile.contains(id)).forEach(order::add);
        return order;
    }

    private static boolean isSame(List<JsonMember> a, List<JsonMember> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static List<ImageId> ids(Project project) {
        return project.images().stream().map(ImageEntry::id).toList();
    }

    private static JsonObject objectIn(JsonObject object, String key) {
        return object.get(key).orElse(null) instanceof JsonObject inner ? inner : JsonObject.empty();
    }

    private static JsonObject with(JsonObject object, String key, JsonObject value) {
        return object.get(key).orElse(null) == value ? object : object.with(key, value);
    }
}
