package io.flamemark.app.annotate;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.edit.ClassEdits;
import io.flamemark.edit.Edit;
import io.flamemark.edit.Gesture;
import io.flamemark.edit.ShapeMotion;
import io.flamemark.geometry.Point;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What commands do to the selected regions. */
final class RegionActions {

    /** Image pixels that a copy lies beside its original, so that it can be seen. */
    private static final double COPY_OFFSET = 12;

    private final AnnotateModel model;
    private final ReadOnlyObjectWrapper<List<Region>> copied = new ReadOnlyObjectWrapper<>(List.of());
    private Gesture nudging = Gesture.NONE;
    private Set<RegionId> nudged = Set.of();

    RegionActions(AnnotateModel model) {
        this.model = model;
    }

    void delete() {
        onSelection(image -> model.apply(new Edit.DeleteRegions(image.id(), model.selection())));
    }

    void selectAll() {
        model.image().ifPresent(image -> model.select(ids(image.regions())));
    }

    /** Selects the next region in drawing order, or the one before; after the last comes the first. */
    void selectNext(int step) {
        model.image().map(ImageEntry::regions).filter(r -> !r.isEmpty()).ifPresent(regions -> {
            List<RegionId> ids = regions.stream().map(Region::id).toList();
            int at = model.selection().isEmpty()
                    ? (step > 0 ? -1 : 0)
                    : ids.indexOf(model.selection().iterator().next());
            model.select(Set.of(ids.get(Math.floorMod(at + step, ids.size()))));
        });
    }

    void copy() {
        onSelection(image -> {
            List<Region> chosen = image.regions().stream()
                    .filter(r -> model.selection().contains(r.id()))
                    .toList();
            copied.set(chosen);
            model.say(chosen.size() == 1 ? "Copied the region." : "Copied " + chosen.size() + " regions.");
        });
    }

    /** What {@link #paste} adds; empty before the first copy. */
    ReadOnlyObjectProperty<List<Region>> copiedProperty() {
        return copied.getReadOnlyProperty();
    }

    /** Adds what was copied: a little aside on the same image, in the same place on another, never outside of it. */
    void paste(double scale) {
        Optional<ToolContext> context = model.context(scale);
        List<Region> originals = copied.get();
        if (context.isEmpty() || originals.isEmpty()) {
            return;
        }
        ImageEntry image = context.get().image();
        Set<RegionId> present = ids(image.regions());
        boolean beside = originals.stream().anyMatch(r -> present.contains(r.id()));
        double offset = beside ? COPY_OFFSET : 0;
        List<Shape> shapes = originals.stream().map(Region::shape).toList();
        Point by = MoveLimits.within(shapes, offset, offset, context.get());
        List<Region> pasted = originals.stream()
                .map(r -> new Region(
                        context.get().newId().get(), ShapeMotion.translated(r.shape(), by.x(), by.y()), r.attributes()))
                .toList();
        String what = pasted.size() == 1 ? "paste a region" : "paste " + pasted.size() + " regions";
        model.apply(new Edit.AddRegions(image.id(), pasted, what));
        model.select(ids(pasted));
        // Pasting again goes on from there, so that the copies do not lie on each other.
        copied.set(beside ? pasted : originals);
    }

    /** Moves the selection by whole pixels; presses in a row are one step of the history. */
    void nudge(double dx, double dy, double scale) {
        Set<RegionId> selection = model.selection();
        model.context(scale).filter(c -> !selection.isEmpty()).ifPresent(context -> {
            if (!selection.equals(nudged)) {
                nudging = model.project().session().newGesture();
                nudged = selection;
            }
            List<Shape> shapes = context.image().regions().stream()
                    .filter(r -> selection.contains(r.id()))
                    .map(Region::shape)
                    .toList();
            Point by = MoveLimits.within(shapes, dx, dy, context);
            model.apply(new Edit.MoveRegions(context.image().id(), selection, by.x(), by.y(), nudging));
        });
    }

    /** Makes the selected regions, and those drawn next, be of this class. */
    void assignClass(String name) {
        model.activeClassProperty().set(name);
        onSelection(image ->
                model.apply(ClassEdits.assign(model.project().project(), image.id(), model.selection(), name)));
    }

    /** {@link #assignClass} for one region, selected or not. */
    void assignClass(RegionId region, String name) {
        model.select(Set.of(region));
        assignClass(name);
    }

    /** The class at {@code index} of the project's classes, from 0, if there are so many. */
    void assignClass(int index) {
        List<String> classes = model.project().classesProperty().get().classes();
        if (index < classes.size()) {
            assignClass(classes.get(index));
        }
    }

    private void onSelection(Consumer<ImageEntry> action) {
        model.image().filter(image -> !model.selection().isEmpty()).ifPresent(action);
    }

    private static Set<RegionId> ids(List<Region> regions) {
        Set<RegionId> ids = new LinkedHashSet<>();
        regions.forEach(r -> ids.add(r.id()));
        return ids;
    }
}
