package io.flamemark.annotation;

import io.flamemark.geometry.Box;
import java.util.List;
import java.util.Optional;

/** Tells what a person should look at before training on a project. Pure: nothing is changed, no file is touched. */
public final class ProjectChecks {

    private ProjectChecks() {}

    /** The size of an image, where it is known without decoding. */
    @FunctionalInterface
    public interface ImageSizes {
        /** {@code (0, 0, width, height)} in pixels. */
        Optional<Box> of(ImageEntry image);
    }

    /**
     * What can be said without the images.
     *
     * <p>Codes: {@code region-unreadable}, {@code polygon-too-few-points}, {@code polygon-without-area} (errors);
     * {@code polygon-crosses-itself}, {@code region-twice}, {@code class-unknown}, {@code filename-twice},
     * {@code split-unknown}, {@code no-images} (warnings); {@code image-without-regions}, {@code regions-without-class}
     * (notes).
     *
     * @param file named in the findings
     */
    public static List<Finding> structure(Project project, String file) {
        FindingList findings = new FindingList(file);
        ClassScheme classes = ClassScheme.of(project);
        project.images().parallelStream()
                .map(image -> RegionChecks.check(image, project, classes, file))
                .forEachOrdered(findings::addAll);
        ImageChecks.check(project, classes, findings);
        return findings.all();
    }

    /** What their sizes tell: {@code region-outside} (an error), {@code region-partly-outside} (a warning). */
    public static List<Finding> images(Project project, String file, ImageSizes sizes) {
        FindingList findings = new FindingList(file);
        for (ImageEntry image : project.images()) {
            sizes.of(image).ifPresent(size -> RegionChecks.checkInside(image, size, findings));
        }
        return findings.all();
    }
}
