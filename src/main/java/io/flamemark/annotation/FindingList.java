package io.flamemark.annotation;

import io.flamemark.annotation.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Collects what is found about the images and regions of one file. */
public final class FindingList {

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    /** @param file named in every finding */
    public FindingList(String file) {
        this.file = file;
    }

    /** Everything so far, in the order it was found. */
    public List<Finding> all() {
        return List.copyOf(findings);
    }

    public void addAll(FindingList others) {
        findings.addAll(others.findings);
    }

    /** About an image as a whole: it, or part of it, is left out. The message is a full sentence, as in all of these. */
    public void error(String code, ImageEntry image, String message) {
        add(Severity.ERROR, code, Optional.of(image.id()), OptionalInt.empty(), message);
    }

    /** About an image as a whole: it is used, but should be looked at. */
    public void warning(String code, ImageEntry image, String message) {
        add(Severity.WARNING, code, Optional.of(image.id()), OptionalInt.empty(), message);
    }

    /** About an image as a whole: good to know. */
    public void note(String code, ImageEntry image, String message) {
        add(Severity.INFO, code, Optional.of(image.id()), OptionalInt.empty(), message);
    }

    /**
     * About a region.
     *
     * @param what follows "Region 3 of a.jpg ", regions counted from 1 as VIA shows them
     */
    public void region(Severity severity, String code, ImageEntry image, int index, String what) {
        String message = "Region " + (index + 1) + " of \"" + image.filename() + "\" " + what;
        add(severity, code, Optional.of(image.id()), OptionalInt.of(index), message);
    }

    /** About the project as a whole. */
    public void project(Severity severity, String code, String message) {
        add(severity, code, Optional.empty(), OptionalInt.empty(), message);
    }

    private void add(Severity severity, String code, Optional<ImageId> image, OptionalInt region, String message) {
        findings.add(new Finding(severity, code, file, image, region, message));
    }
}
