package io.flamemark.edit;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one state of an image differs from another.
 *
 * @param regions all of its regions, in drawing order
 * @param changed those that are new or differ
 */
public record ImageDelta(
        ImageId id,
        String filename,
        long size,
        Map<String, AttributeValue> attributes,
        List<RegionId> regions,
        List<Region> changed) {

    public ImageDelta {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        regions = List.copyOf(regions);
        changed = List.copyOf(changed);
    }

    static ImageDelta between(Optional<ImageEntry> before, ImageEntry after) {
        Map<RegionId, Region> was = byId(before.map(ImageEntry::regions).orElse(List.of()));
        return new ImageDelta(
                after.id(),
                after.filename(),
                after.size(),
                after.attributes(),
                after.regions().stream().map(Region::id).toList(),
                after.regions().stream()
                        .filter(region -> !region.equals(was.get(region.id())))
                        .toList());
    }

    /** The other state; none where {@code before} lacks a region that the two share. */
    Optional<ImageEntry> applyTo(Optional<ImageEntry> before) {
        Map<RegionId, Region> known = byId(before.map(ImageEntry::regions).orElse(List.of()));
        known.putAll(byId(changed));
        List<Region> all = new ArrayList<>();
        for (RegionId region : regions) {
            if (!known.containsKey(region)) {
                return Optional.empty();
            }
            all.add(known.get(region));
        }
        return Optional.of(new ImageEntry(id, filename, size, all, attributes));
    }

    private static Map<RegionId, Region> byId(List<Region> regions) {
        Map<RegionId, Region> map = new HashMap<>();
        regions.forEach(region -> map.put(region.id(), region));
        return map;
    }
}
