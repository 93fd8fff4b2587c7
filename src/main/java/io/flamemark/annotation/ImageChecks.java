package io.flamemark.annotation;

import io.flamemark.annotation.Finding.Severity;
import java.util.HashSet;
import java.util.Set;

/** The checks of images and of the project as a whole; see {@link ProjectChecks}. */
final class ImageChecks {

    private ImageChecks() {}

    static void check(Project project, ClassScheme classes, FindingList findings) {
        Set<String> filenames = new HashSet<>();
        for (ImageEntry image : project.images()) {
            if (!filenames.add(image.filename())) {
                findings.warning(
                        "filename-twice",
                        image,
                        "The file \"" + image.filename() + "\" stands in the project more than once.");
            }
            if (image.regions().isEmpty()) {
                findings.note(
                        "image-without-regions",
                        image,
                        "\"" + image.filename() + "\" has no regions; it counts as an image without "
                                + ClassScheme.DEFAULT_CLASS + ".");
            }
            SplitAttribute.of(image).ifPresent(split -> checkSplit(image, split, findings));
        }
        wholeProject(project, classes, findings);
    }

    private static void checkSplit(ImageEntry image, String split, FindingList findings) {
        if (SplitAttribute.meaning(split).isEmpty()) {
            findings.warning(
                    "split-unknown",
                    image,
                    "\"" + image.filename() + "\" has the split \"" + split + "\", which is none of "
                            + String.join(", ", SplitAttribute.VALUES) + ".");
        }
    }

    private static void wholeProject(Project project, ClassScheme classes, FindingList findings) {
        if (project.images().isEmpty()) {
            findings.project(Severity.WARNING, "no-images", "The project has no images; add some.");
        }
        classes.attribute().ifPresent(name -> {
            long without = project.images().stream()
                    .flatMap(i -> i.regions().stream())
                    .filter(r -> ClassScheme.valueOf(r, name).isEmpty())
                    .count();
            if (without > 0) {
                findings.project(
                        Severity.INFO,
                        "regions-without-class",
                        (without == 1 ? "1 region names" : without + " regions name") + " no \"" + name + "\"; "
                                + (without == 1 ? "it counts" : "they count") + " as \"" + classWithout(classes)
                                + "\".");
            }
        });
    }

    private static String classWithout(ClassScheme classes) {
        return classes.classes().contains(ClassScheme.DEFAULT_CLASS)
                ? ClassScheme.DEFAULT_CLASS
                : classes.classes().get(0);
    }
}
