package io.flamemark.app;

import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.app.project.ProjectModel;
import io.flamemark.detection.Detection;
import io.flamemark.edit.ClassEdits;
import io.flamemark.edit.Edit;
import io.flamemark.edit.EditResult;
import io.flamemark.geometry.MaskTracer;
import io.flamemark.geometry.PolygonSimplifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a detection over into the annotations, as if a person had drawn it; undo takes it back. */
final class AcceptedDetection {

    /** How far the polygon may stray from the mask, in pixels of the image. */
    private static final double TOLERANCE = 1.5;

    private final ProjectModel project;

    AcceptedDetection(ProjectModel project) {
        this.project = project;
    }

    /** A sentence for the person: what was added, or why nothing was. */
    String accept(ImageId image, Detection detection, String className) {
        Optional<Shape> outline = MaskTracer.largest(detection.mask())
                .map(traced -> PolygonSimplifier.simplify(traced, TOLERANCE))
                .map(Shape.Polygon::new);
        if (outline.isEmpty()) {
            return "This detection has no outline to take over.";
        }
        EditResult result = project.apply(edit(image, outline.get(), className));
        return result instanceof EditResult.Refused refused
                ? refused.reason()
                : "Added to the annotations; undo takes it back.";
    }

    private Edit edit(ImageId image, Shape outline, String className) {
        RegionId id = project.session().newRegionId();
        List<Edit> edits = new ArrayList<>();
        Region region = new Region(id, outline, ClassEdits.newRegion(project.project(), className));
        edits.add(new Edit.AddRegions(image, List.of(region), "take over a detection"));
        edits.add(ClassEdits.assign(project.project(), image, Set.of(id), className));
        return new Edit.Compound("take over a detection", edits);
    }
}
