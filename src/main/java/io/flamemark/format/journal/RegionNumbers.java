package io.flamemark.format.journal;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The identities that regions had in the session that saved a project. A project file holds none: whoever reads it
 * numbers the regions anew, and edits made after the save have to be led to the regions they meant.
 *
 * @param byImage for each image with regions, by its key, the identities in drawing order
 */
record RegionNumbers(Map<String, List<Long>> byImage) {

    static RegionNumbers of(Project saved) {
        Map<String, List<Long>> byImage = new LinkedHashMap<>();
        for (ImageEntry image : saved.images()) {
            if (!image.regions().isEmpty()) {
                byImage.put(image.id().key(), idsOf(image));
            }
        }
        return new RegionNumbers(byImage);
    }

    private static List<Long> idsOf(ImageEntry image) {
        return image.regions().stream().map(Region::id).map(RegionId::value).toList();
    }

    /** From the session's identities to those of the project as it was read; none where it has other regions. */
    Optional<UnaryOperator<RegionId>> onto(Project read) {
        Map<String, List<Long>> now = of(read).byImage;
        Map<Long, Long> known = new HashMap<>();
        for (Map.Entry<String, List<Long>> image : byImage.entrySet()) {
            List<Long> there = now.remove(image.getKey());
            if (there == null || there.size() != image.getValue().size()) {
                return Optional.empty();
            }
            for (int i = 0; i < there.size(); i++) {
                known.put(image.getValue().get(i), there.get(i));
            }
        }
        return now.isEmpty() ? Optional.of(translation(known)) : Optional.empty();
    }

    /** Regions drawn since the save get numbers above all that were read. */
    private static UnaryOperator<RegionId> translation(Map<Long, Long> known) {
        long last = known.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long before = known.size();
        return id -> new RegionId(known.computeIfAbsent(id.value(), value -> last + known.size() - before + 1));
    }
}
