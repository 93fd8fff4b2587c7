package io.flamemark.edit;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How edits of regions change a project. */
final class RegionEdits {

    private RegionEdits() {}

    static EditResult add(Project project, ImageId id, List<Region> added) {
        Optional<ImageEntry> image = project.image(id);
        if (image.isEmpty()) {
            return missing(id);
        }
        Optional<String> flaw = added.stream()
                .flatMap(r -> ShapeRules.flawOf(r.shape()).stream())
                .findFirst();
        if (flaw.isPresent()) {
            return new EditResult.Refused(flaw.get());
        }
        Set<RegionId> ids = added.stream().map(Region::id).collect(Collectors.toSet());
        if (ids.size() < added.size() || image.get().regions().stream().anyMatch(r -> ids.contains(r.id()))) {
            return new EditResult.Refused("A region with the same identity is already there.");
        }
        List<Region> all = new ArrayList<>(image.get().regions());
        all.addAll(added);
        return applied(project, image.get().withRegions(all), ids);
    }

    static EditResult delete(Project project, ImageId id, Set<RegionId> regions) {
        return withRegions(
                project,
                id,
                regions,
                image -> image.withRegions(image.regions().stream()
                        .filter(r -> !regions.contains(r.id()))
                        .toList()));
    }

    static EditResult reshape(Project project, ImageId id, RegionId region, Shape shape) {
        Optional<String> flaw = ShapeRules.flawOf(shape);
        if (flaw.isPresent()) {
            return new EditResult.Refused(flaw.get());
        }
        return each(project, id, Set.of(region), r -> r.withShape(shape));
    }

    static EditResult move(Project project, ImageId id, Set<RegionId> regions, double dx, double dy) {
        if (!Double.isFinite(dx) || !Double.isFinite(dy)) {
            return new EditResult.Refused("A region cannot be moved by " + dx + ", " + dy + ".");
        }
        return each(project, id, regions, r -> r.withShape(ShapeMotion.translated(r.shape(), dx, dy)));
    }

    static EditResult setAttribute(
            Project project, ImageId id, Set<RegionId> regions, String name, Optional<AttributeValue> value) {
        return each(project, id, regions, r -> r.withAttribute(name, value.orElse(null)));
    }

    private static EditResult each(Project project, ImageId id, Set<RegionId> regions, UnaryOperator<Region> change) {
        return withRegions(
                project,
                id,
                regions,
                image -> image.withRegions(image.regions().stream()
                        .map(r -> regions.contains(r.id()) ? change.apply(r) : r)
                        .toList()));
    }

    private static EditResult withRegions(
            Project project, ImageId id, Set<RegionId> regions, UnaryOperator<ImageEntry> change) {
        Optional<ImageEntry> image = project.image(id);
        if (image.isEmpty()) {
            return missing(id);
        }
        Set<RegionId> absent = new HashSet<>(regions);
        image.get().regions().forEach(r -> absent.remove(r.id()));
        if (regions.isEmpty() || !absent.isEmpty()) {
            return new EditResult.Refused(
                    "The region is no longer part of " + image.get().filename() + ".");
        }
        return applied(project, change.apply(image.get()), regions);
    }

    private static EditResult applied(Project project, ImageEntry next, Set<RegionId> regions) {
        return new EditResult.Applied(project.withImage(next), new EditResult.Touched(Set.of(next.id()), regions));
    }

    private static EditResult missing(ImageId id) {
        return new EditResult.Refused("The image " + id.key() + " is no longer part of the project.");
    }
}
