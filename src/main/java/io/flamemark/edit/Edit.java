package io.flamemark.edit;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing a person means to do to a project, as data. Applying it is a pure function; undo needs no inverse because
 * the project before it is kept.
 */
public sealed interface Edit {

    /** The project with the edit done, or the reason why it cannot be. */
    EditResult applyTo(Project project);

    /** Names it in the menu, after "Undo": {@code draw a polygon}. */
    String description();

    /** The gesture it is part of, {@link Gesture#NONE} for most. */
    default Gesture gesture() {
        return Gesture.NONE;
    }

    /** Adds regions on top of those of an image. */
    record AddRegions(ImageId image, List<Region> regions, String description) implements Edit {
        public AddRegions {
            regions = List.copyOf(regions);
        }

        @Override
        public EditResult applyTo(Project project) {
            return RegionEdits.add(project, image, regions);
        }
    }

    /** Removes regions of an image. */
    record DeleteRegions(ImageId image, Set<RegionId> regions) implements Edit {
        public DeleteRegions {
            regions = Set.copyOf(regions);
        }

        @Override
        public EditResult applyTo(Project project) {
            return RegionEdits.delete(project, image, regions);
        }

        @Override
        public String description() {
            return regions.size() == 1 ? "delete the region" : "delete " + regions.size() + " regions";
        }
    }

    /** Gives a region another outline: a vertex moved, inserted or deleted. Refused where it would leave no outline. */
    record SetShape(ImageId image, RegionId region, Shape shape, String description, Gesture gesture) implements Edit {
        @Override
        public EditResult applyTo(Project project) {
            return RegionEdits.reshape(project, image, region, shape);
        }
    }

    /** Moves regions of an image by (dx, dy) pixels. */
    record MoveRegions(ImageId image, Set<RegionId> regions, double dx, double dy, Gesture gesture) implements Edit {
        public MoveRegions {
            regions = Set.copyOf(regions);
        }

        @Override
        public EditResult applyTo(Project project) {
            return RegionEdits.move(project, image, regions, dx, dy);
        }

        @Override
        public String description() {
            return regions.size() == 1 ? "move the region" : "move " + regions.size() + " regions";
        }
    }

    /** Sets an attribute of regions of an image, or removes it where {@code value} is empty. */
    record SetRegionAttribute(ImageId image, Set<RegionId> regions, String name, Optional<AttributeValue> value)
            implements Edit {
        public SetRegionAttribute {
            regions = Set.copyOf(regions);
        }

        @Override
        public EditResult applyTo(Project project) {
            return RegionEdits.setAttribute(project, image, regions, name, value);
        }

        @Override
        public String description() {
            return "change " + name;
        }
    }

    /** Sets an attribute of images, or removes it where {@code value} is empty. */
    record SetFileAttribute(Set<ImageId> images, String name, Optional<AttributeValue> value) implements Edit {
        public SetFileAttribute {
            images = Set.copyOf(images);
        }

        @Override
        public EditResult applyTo(Project project) {
            return ImageEdits.setAttribute(project, images, name, value);
        }

        @Override
        public String description() {
            return "change " + name;
        }
    }

    /** Declares other attributes: a class added, the split declared. */
    record SetSchema(AttributeSchema schema, String description) implements Edit {
        @Override
        public EditResult applyTo(Project project) {
            return new EditResult.Applied(project.withSchema(schema), EditResult.Touched.nothing());
        }
    }

    /** Appends images. Refused where a key is taken. */
    record AddImages(List<ImageEntry> images) implements Edit {
        public AddImages {
            images = List.copyOf(images);
        }

        @Override
        public EditResult applyTo(Project project) {
            return ImageEdits.add(project, images);
        }

        @Override
        public String description() {
            return images.size() == 1 ? "add an image" : "add " + images.size() + " images";
        }
    }

    /** Takes images, with their regions, out of the project; the image files stay. */
    record RemoveImages(Set<ImageId> images) implements Edit {
        public RemoveImages {
            images = Set.copyOf(images);
        }

        @Override
        public EditResult applyTo(Project project) {
            return ImageEdits.remove(project, images);
        }

        @Override
        public String description() {
            return images.size() == 1 ? "remove the image" : "remove " + images.size() + " images";
        }
    }

    /** Brings back another state of the project: what an undo did, told without the history it belongs to. */
    record Restore(ProjectDelta delta, String description) implements Edit {
        @Override
        public EditResult applyTo(Project project) {
            return delta.applyTo(project);
        }
    }

    /** Several edits as one step: all are done or none. */
    record Compound(String description, List<Edit> edits) implements Edit {
        public Compound {
            edits = List.copyOf(edits);
        }

        @Override
        public EditResult applyTo(Project project) {
            EditResult.Applied done = new EditResult.Applied(project, EditResult.Touched.nothing());
            for (Edit edit : edits) {
                EditResult result = edit.applyTo(done.next());
                if (!(result instanceof EditResult.Applied applied)) {
                    return result;
                }
                done = new EditResult.Applied(applied.next(), done.touched().and(applied.touched()));
            }
            return done;
        }
    }
}
