package io.flamemark.exchange.part;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Project;
import java.util.List;

/**
 * A project read from a file of another program.
 *
 * @param project keys of images as VIA makes them (file name and size, {@code -1} where unknown, joined), regions
 *     numbered from 1; file names as seen from the folder of the file
 * @param findings what could not be taken over, each with file, image and region, and what was done
 */
public record Imported(Project project, List<Finding> findings) {

    /** The findings are copied. */
    public Imported {
        findings = List.copyOf(findings);
    }
}
