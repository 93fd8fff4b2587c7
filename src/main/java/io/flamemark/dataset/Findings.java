package io.flamemark.dataset;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.ImageEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Collects what is found about one image of a project. */
final class Findings {

    private final Path projectFile;
    private final ImageEntry entry;
    private final List<Finding> all = new ArrayList<>();

    Findings(Path projectFile, ImageEntry entry) {
        this.projectFile = projectFile;
        this.entry = entry;
    }

    /** About the image as a whole; {@code message} is a full sentence without its last stop. */
    void image(Severity severity, String code, String message) {
        add(severity, code, OptionalInt.empty(), message);
    }

    /** About a region, by its index; {@code what} continues "Region n of image". */
    void region(Severity severity, String code, int index, String what) {
        add(severity, code, OptionalInt.of(index), "Region %s of %s %s".formatted(index + 1, entry.filename(), what));
    }

    private void add(Severity severity, String code, OptionalInt region, String message) {
        all.add(new Finding(severity, code, projectFile.toString(), Optional.of(entry.id()), region, message + "."));
    }

    void add(Finding finding) {
        all.add(finding);
    }

    /** What can be wrong with its picture. */
    PictureFindings picture() {
        return new PictureFindings(projectFile, entry);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
