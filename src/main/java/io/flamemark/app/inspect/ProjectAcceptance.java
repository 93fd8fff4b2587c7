package io.flamemark.app.inspect;

import io.flamemark.annotation.Region;
import io.flamemark.app.project.ProjectModel;
import io.flamemark.detection.Detection;
import io.flamemark.edit.Edit;
import io.flamemark.edit.EditResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Adds accepted detections to the open project, as an edit that undo takes back. */
public final class ProjectAcceptance implements Acceptance {

    private final ProjectModel project;
    private final Consumer<String> tell;

    /** @param tell shows a sentence: what was done, or why it was not */
    public ProjectAcceptance(ProjectModel project, Consumer<String> tell) {
        this.project = project;
        this.tell = tell;
    }

    @Override
    public void accept(InspectImage image, Detection detection, String className) {
        Optional<Region> region = DetectionRegion.of(
                detection,
                className,
                project.classesProperty().get(),
                project.session().newRegionId());
        if (region.isEmpty() || image.projectId().isEmpty()) {
            tell.accept("This detection has no outline to take over.");
            return;
        }
        EditResult result = project.apply(
                new Edit.AddRegions(image.projectId().get(), List.of(region.get()), "add a detection"));
        tell.accept(
                result instanceof EditResult.Refused refused
                        ? refused.reason()
                        : "Added to the annotations of " + image.name() + ". Correct its outline in Annotate.");
    }
}
