package io.flamemark.exchange;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.ProjectChecks.ImageSizes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes projects for another program. Stateless. */
public interface ProjectExporter {

    /** What {@code convert --to} calls it: {@code coco}. */
    String name();

    /** As it goes after "write": {@code a COCO file}. */
    String description();

    /**
     * Writes {@code project}, replacing what the target held of it.
     *
     * @param sizes of the images, where they can be measured
     * @param target a file, or a folder for formats of several files
     * @return everything the format has no place for, a finding each
     * @throws ExchangeException if it cannot be written, with one sentence for the person
     */
    List<Finding> write(Project project, ImageSizes sizes, Path target) throws IOException;
}
