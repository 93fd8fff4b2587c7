package io.flamemark.format;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Reads VIA 1.x and 2.x projects, annotation exports and single entries, with all the malformations seen in the wild:
 * regions as list or object, closed polygons, attributes missing, null or a list, sizes as text, stray members. What
 * cannot be understood stays in the JSON and is reported. Entries are read on all cores; the result is the same as one
 * after the other.
 */
final class ViaReader {

    /** Images; fewer are read before other threads have woken. */
    private static final int WORTH_ALL_CORES = 200;

    private final String file;
    private final ViaDocument.Place place;
    private final AtomicLong regionIds;
    private final ViaEntryReader entryReader;
    private final Map<ImageId, ViaDocument.EntryNode> entries = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param file its name in findings
     * @param regionIds the identity given last; each region gets the next
     */
    ViaReader(String file, ViaDocument.Place place, AtomicLong regionIds) {
        this.file = file;
        this.place = place;
        this.regionIds = regionIds;
        this.entryReader = new ViaEntryReader(file, place);
    }

    /** What the last reading found wrong with the file; shapes are checked by {@code ProjectChecks}. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * @param name of a project that names none itself
     * @throws JsonException if a project has no image list at all
     */
    ViaDocument read(JsonDocument json, FileKind kind, String name) throws JsonException {
        JsonObject root = json.root().asObject();
        if (kind == FileKind.VIA_SINGLE_IMAGE) {
            take(entryReader.read(ViaEntryReader.keyOf(root), root, root));
        } else {
            JsonObject images = kind == FileKind.VIA_PROJECT ? root.object(ViaKeys.IMAGES) : root;
            readAll(images);
        }
        Project known = kind == FileKind.VIA_PROJECT
                ? project(root, name)
                : new Project(name, images(), discovered(AttributeSchema.empty()), "");
        return new ViaDocument(new ViaText.Json(json), kind, place, known, entries);
    }

    private void readAll(JsonObject images) {
        List<JsonMember> members = images.members();
        Stream<JsonMember> each = members.size() < WORTH_ALL_CORES ? members.stream() : members.parallelStream();
        each.map(member -> read(member, images)).forEachOrdered(this::take);
    }

    private ViaEntryReader.Read read(JsonMember member, JsonObject images) {
        JsonValue kept = member.value();
        if (images.get(member.key()).orElseThrow() != kept) {
            return ViaEntryReader.Read.nothing(finding(
                    Severity.WARNING,
                    "image-key-twice",
                    member,
                    "The image \"" + member.key()
                            + "\" stands twice in the file; the last one is used, both are kept."));
        }
        if (!(kept.passing() instanceof JsonObject node)
                || !(node.get("filename").orElse(null) instanceof JsonString)) {
            return ViaEntryReader.Read.nothing(finding(
                    Severity.ERROR,
                    "image-unreadable",
                    member,
                    "The entry \"" + member.key()
                            + "\" is not that of an image; it is kept in the file but not shown."));
        }
        return entryReader.read(member.key(), (JsonObject) kept, node);
    }

    private Project project(JsonObject root, String name) {
        JsonObject settings = objectIn(root, ViaKeys.SETTINGS);
        String ownName = textIn(objectIn(settings, ViaKeys.SETTINGS_PROJECT), ViaKeys.PROJECT_NAME);
        String folder = textIn(objectIn(settings, ViaKeys.SETTINGS_CORE), ViaKeys.IMAGE_FOLDER);
        AttributeSchema declared = SchemaCodec.read(root.get(ViaKeys.ATTRIBUTES).orElse(null));
        List<ImageEntry> images =
                root.get(ViaKeys.ORDER).orElse(null) instanceof JsonArray order ? inOrder(order) : images();
        return new Project(ownName.isEmpty() ? name : ownName, images, discovered(declared), folder);
    }

    private AttributeSchema discovered(AttributeSchema declared) {
        return SchemaCodec.withDiscovered(declared, images());
    }

    private List<ImageEntry> images() {
        List<ImageEntry> images = new ArrayList<>(entries.size());
        entries.values().forEach(entry -> images.add(entry.known()));
        return images;
    }

    /** Images by the project's list of ids; those it forgets come last, ids without an image are passed over. */
    private List<ImageEntry> inOrder(JsonArray order) {
        Map<ImageId, ViaDocument.EntryNode> rest = new LinkedHashMap<>(entries);
        List<ImageEntry> images = new ArrayList<>(entries.size());
        for (JsonValue element : order) {
            String key = element instanceof JsonString text ? text.value() : element.toString();
            ViaDocument.EntryNode entry = rest.remove(entryReader.idOf(key));
            if (entry != null) {
                images.add(entry.known());
            } else {
                findings.add(stale(key));
            }
        }
        rest.values().forEach(entry -> images.add(entry.known()));
        return images;
    }

    private Finding stale(String key) {
        boolean twice = entries.containsKey(entryReader.idOf(key));
        String message = "The image list names \"" + key + "\""
                + (twice
                        ? " more than once; the first place counts."
                        : ", which is no image of the project; it is passed over, but VIA 2.0.10 and later do not open"
                                + " such a project.");
        return new Finding(Severity.WARNING, "image-list-stale", file, Optional.empty(), OptionalInt.empty(), message);
    }

    private Finding finding(Severity severity, String code, JsonMember member, String message) {
        Optional<ImageId> image = Optional.of(entryReader.idOf(member.key()));
        return new Finding(severity, code, file, image, OptionalInt.empty(), message);
    }

    private void take(ViaEntryReader.Read read) {
        read.content().ifPresent(this::take);
        findings.addAll(read.findings());
    }

    private void take(ViaEntryReader.Content content) {
        List<Region> regions = new ArrayList<>(content.outlines().size());
        for (ViaEntryReader.Outline outline : content.outlines()) {
            RegionId id = new RegionId(regionIds.incrementAndGet());
            regions.add(new Region(id, outline.shape(), outline.attributes()));
        }
        ImageEntry entry =
                new ImageEntry(content.id(), content.filename(), content.size(), regions, content.attributes());
        entries.put(entry.id(), new ViaDocument.EntryNode(content.key(), content.node(), entry));
    }

    private static JsonObject objectIn(JsonObject object, String key) {
        return object.get(key).orElse(null) instanceof JsonObject inner ? inner : JsonObject.empty();
    }

    private static String textIn(JsonObject object, String key) {
        return object.get(key).orElse(null) instanceof JsonString text ? text.value() : "";
    }
}
