package io.flamemark.annotation;

import io.flamemark.geometry.Box;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
     * {@code split-unknown}, {@code no-images}, {@code no-validation-images} (warnings); {@code image-without-regions},
     * {@code regions-without-class} (notes).
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

    /**
     * What only the images tell: {@code image-missing}, {@code region-outside} (errors), {@code region-partly-outside}
     * (warning).
     *
     * @param exists whether the file of an image is there
     */
    public static List<Finding> images(Project project, String file, ImageSizes sizes, Predicate<ImageEntry> exists) {
        FindingList findings = new FindingList(file);
        for (ImageEntry image : project.images()) {
            if (!exists.test(image)) {
                findings.error(
                        "image-missing",
                        image,
                        "The file of \"" + image.filename() + "\" is not there; put it beside the project.");
            } else {
                sizes.of(image).ifPresent(size -> RegionChecks.checkInside(image, size, findings));
            }
        }
        return findings.all();
    }

    /** Both. */
    public static List<Finding> all(Project project, String file, ImageSizes sizes, Predicate<ImageEntry> exists) {
        return Stream.concat(structure(project, file).stream(), images(project, file, sizes, exists).stream())
                .toList();
    }
}
