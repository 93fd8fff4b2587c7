package io.flamemark.annotation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One image of a project with its regions, in drawing order.
 *
 * @param id VIA's key
 * @param filename as written in the file: a base name, a relative or absolute path, or a URL
 * @param size bytes, -1 where unknown
 * @param regions in file order
 * @param attributes VIA's {@code file_attributes}
 */
public record ImageEntry(
        ImageId id, String filename, long size, List<Region> regions, Map<String, AttributeValue> attributes) {

    public ImageEntry {
        regions = List.copyOf(regions);
        attributes = OrderedMap.copyOf(attributes);
    }

    public Optional<Region> region(RegionId wanted) {
        return regions.stream().filter(r -> r.id().equals(wanted)).findFirst();
    }

    public ImageEntry withRegions(List<Region> next) {
        return new ImageEntry(id, filename, size, next, attributes);
    }

    /** The entry with one file attribute set, or removed where {@code value} is null. */
    public ImageEntry withAttribute(String name, AttributeValue value) {
        Map<String, AttributeValue> next = new LinkedHashMap<>(attributes);
        if (value == null) {
            next.remove(name);
        } else {
            next.put(name, value);
        }
        return new ImageEntry(id, filename, size, regions, next);
    }
}
