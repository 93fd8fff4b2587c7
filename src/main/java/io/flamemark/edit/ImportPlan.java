package io.flamemark.edit;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.RegionId;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The images of another project beside those of the open one, before it is brought in: which are new and which both have.
 * The same image is one of the same key, else of the same name, else of the same name without its folders where that is
 * the only one on both sides.
 *
 * @param into the open project
 * @param from the other one, unchanged by all of this
 * @param shared images of {@code from} that {@code into} has too, by its key there
 */
public record ImportPlan(Project into, Project from, Map<ImageId, ImageId> shared) {

    /** What to do with an image that both projects have. */
    public enum Choice {
        /** Regions that are not there yet are added, and attributes that are missing. */
        MERGE,
        /** Its regions and attributes become those of the other project. */
        REPLACE,
        /** It stays as it is. */
        SKIP
    }

    public ImportPlan {
        shared = Map.copyOf(shared);
    }

    public static ImportPlan of(Project into, Project from) {
        Map<ImageId, ImageId> shared = new LinkedHashMap<>();
        Set<ImageId> free = new HashSet<>(into.byId().keySet());
        for (ImageEntry image : from.images()) {
            if (free.remove(image.id())) {
                shared.put(image.id(), image.id());
            }
        }
        Map<String, Optional<ImageId>> byName = unique(into, ImportPlan::name);
        Map<String, Optional<ImageId>> byBase = unique(into, ImportPlan::baseName);
        Map<String, Optional<ImageId>> otherBases = unique(from, ImportPlan::baseName);
        for (ImageEntry image : from.images()) {
            if (!shared.containsKey(image.id())) {
                boolean only = otherBases.get(baseName(image)).isPresent();
                known(byName, name(image))
                        .or(() -> only ? known(byBase, baseName(image)) : Optional.empty())
                        .filter(free::remove)
                        .ifPresent(same -> shared.put(image.id(), same));
            }
        }
        return new ImportPlan(into, from, shared);
    }

    private static Optional<ImageId> known(Map<String, Optional<ImageId>> images, String name) {
        return images.getOrDefault(name, Optional.empty());
    }

    /** The images of the other project that the open one does not have. */
    public int newImages() {
        return from.images().size() - shared.size();
    }

    /** What comes of it. */
    public ImportOutcome with(Choice choice, Supplier<RegionId> ids) {
        return new ImportWork(this, choice, ids).done();
    }

    /** Images by a name of theirs; empty where several have it. */
    private static Map<String, Optional<ImageId>> unique(Project project, Function<ImageEntry, String> name) {
        Map<String, Optional<ImageId>> images = new HashMap<>();
        for (ImageEntry image : project.images()) {
            images.merge(name.apply(image), Optional.of(image.id()), (a, b) -> Optional.empty());
        }
        return images;
    }

    /** Accents may be characters of their own, as macOS writes them, or not: the name is the same. */
    private static String name(ImageEntry image) {
        return Normalizer.normalize(image.filename(), Normalizer.Form.NFC);
    }

    private static String baseName(ImageEntry image) {
        String name = name(image).replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
