package io.flamemark.edit;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.RegionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one state of a project differs from another: the images that differ, and of these the regions that do. Small where
 * little changed, however large the project.
 *
 * @param schema the declared attributes, where they differ
 * @param order all images in their order, where those before were others or in another order
 * @param images those that are new or differ
 */
public record ProjectDelta(
        String name,
        String imageFolder,
        Optional<AttributeSchema> schema,
        Optional<List<ImageId>> order,
        List<ImageDelta> images) {

    public ProjectDelta {
        order = order.map(List::copyOf);
        images = List.copyOf(images);
    }

    /** What makes {@code after} of {@code before}. */
    public static ProjectDelta between(Project before, Project after) {
        Map<ImageId, ImageEntry> was = before.byId();
        List<ImageId> order = ids(after);
        return new ProjectDelta(
                after.name(),
                after.imageFolder(),
                after.schema().equals(before.schema()) ? Optional.empty() : Optional.of(after.schema()),
                order.equals(ids(before)) ? Optional.empty() : Optional.of(order),
                after.images().stream()
                        .filter(entry -> !entry.equals(was.get(entry.id())))
                        .map(entry -> ImageDelta.between(Optional.ofNullable(was.get(entry.id())), entry))
                        .toList());
    }

    /** The other state; refused where {@code project} lacks an image or region that the other state shares with it. */
    public EditResult applyTo(Project project) {
        Map<ImageId, ImageEntry> entries = project.byId();
        Set<RegionId> touched = new HashSet<>();
        for (ImageDelta image : images) {
            Optional<ImageEntry> next = image.applyTo(Optional.ofNullable(entries.get(image.id())));
            if (next.isEmpty()) {
                return missing(image.id());
            }
            entries.put(image.id(), next.get());
            image.changed().forEach(region -> touched.add(region.id()));
        }
        List<ImageEntry> all = new ArrayList<>();
        for (ImageId id : order.orElseGet(() -> List.copyOf(entries.keySet()))) {
            if (!entries.containsKey(id)) {
                return missing(id);
            }
            all.add(entries.get(id));
        }
        Project next = new Project(name, all, schema.orElse(project.schema()), imageFolder);
        Set<ImageId> ids = new HashSet<>();
        images.forEach(image -> ids.add(image.id()));
        return new EditResult.Applied(next, new EditResult.Touched(ids, touched));
    }

    private static EditResult missing(ImageId id) {
        return new EditResult.Refused("The image " + id.key() + " is not as it was when the edit was made.");
    }

    private static List<ImageId> ids(Project project) {
        return project.images().stream().map(ImageEntry::id).toList();
    }
}
