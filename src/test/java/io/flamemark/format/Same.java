package io.flamemark.format;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import java.util.List;
import java.util.Map;

/** What must stay the same of images whatever kind of VIA file they are written to. */
final class Same {

    private Same() {}

    /** An image as every VIA file holds it: without the identities of its regions, and keys, which a CSV makes up. */
    record Image(
            String filename, long size, Map<String, ?> attributes, List<Map.Entry<Object, Map<String, ?>>> regions) {}

    static List<Image> shapes(List<ImageEntry> images) {
        return images.stream()
                .map(i -> new Image(
                        i.filename(),
                        i.size(),
                        i.attributes(),
                        i.regions().stream().map(Same::region).toList()))
                .toList();
    }

    private static Map.Entry<Object, Map<String, ?>> region(Region region) {
        Object shape = region.shape() instanceof Shape.Unreadable ? "unreadable" : region.shape();
        return Map.entry(shape, region.attributes());
    }
}
