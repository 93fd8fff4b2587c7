package io.flamemark.edit;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How edits of images change a project. */
final class ImageEdits {

    private ImageEdits() {}

    static EditResult add(Project project, List<ImageEntry> added) {
        Set<ImageId> ids = new LinkedHashSet<>();
        for (ImageEntry image : added) {
            if (!ids.add(image.id()) || project.image(image.id()).isPresent()) {
                return new EditResult.Refused("The image " + image.filename() + " is already part of the project.");
            }
        }
        List<ImageEntry> all = new ArrayList<>(project.images());
        all.addAll(added);
        return applied(project.withImages(all), ids);
    }

    static EditResult remove(Project project, Set<ImageId> images) {
        List<ImageEntry> kept =
                project.images().stream().filter(i -> !images.contains(i.id())).toList();
        if (kept.size() == project.images().size()) {
            return new EditResult.Refused("There is no such image in the project.");
        }
        return applied(project.withImages(kept), images);
    }

    static EditResult setAttribute(Project project, Set<ImageId> images, String name, Optional<AttributeValue> value) {
        if (!project.byId().keySet().containsAll(images) || images.isEmpty()) {
            return new EditResult.Refused("There is no such image in the project.");
        }
        return applied(
                project.withImages(project.images().stream()
                        .map(i -> images.contains(i.id()) ? i.withAttribute(name, value.orElse(null)) : i)
                        .toList()),
                images);
    }

    private static EditResult applied(Project next, Set<ImageId> images) {
        return new EditResult.Applied(next, new EditResult.Touched(images, Set.of()));
    }
}
