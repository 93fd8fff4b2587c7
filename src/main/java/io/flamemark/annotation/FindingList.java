package io.flamemark.annotation;

import io.flamemark.annotation.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Collects the findings of the checks of one file. */
final class FindingList {

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    FindingList(String file) {
        this.file = file;
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }

    void addAll(FindingList others) {
        findings.addAll(others.findings);
    }

    void error(String code, ImageEntry image, String message) {
        add(Severity.ERROR, code, Optional.of(image.id()), OptionalInt.empty(), message);
    }

    void warning(String code, ImageEntry image, String message) {
        add(Severity.WARNING, code, Optional.of(image.id()), OptionalInt.empty(), message);
    }

    void note(String code, ImageEntry image, String message) {
        add(Severity.INFO, code, Optional.of(image.id()), OptionalInt.empty(), message);
    }

    /**
     * About a region.
     *
     * @param what follows "Region 3 of a.jpg ", regions counted from 1 as VIA shows them
     */
    void region(Severity severity, String code, ImageEntry image, int index, String what) {
        String message = "Region " + (index + 1) + " of \"" + image.filename() + "\" " + what;
        add(severity, code, Optional.of(image.id()), OptionalInt.of(index), message);
    }

    /** About the project as a whole. */
    void project(Severity severity, String code, String message) {
        add(severity, code, Optional.empty(), OptionalInt.empty(), message);
    }

    private void add(Severity severity, String code, Optional<ImageId> image, OptionalInt region, String message) {
        findings.add(new Finding(severity, code, file, image, region, message));
    }
}
