package io.flamemark.exchange.part;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes projects for another program. Stateless. */
public interface ProjectExporter {

    /** What {@code convert --to} calls it: {@code coco}. */
    String name();

    /** As it goes after "write": {@code a COCO file}. */
    String description();

    /** The usual extension of the file, without a dot; empty where it writes a folder. */
    default Optional<String> extension() {
        return Optional.empty();
    }

    /** Whether the folder has a place for copies of the pictures. */
    default boolean holdsPictures() {
        return false;
    }

    /**
     * Writes {@code project}, replacing files of the same names; asking before that is the caller's part.
     *
     * @param pictures where the images lie and how large they are
     * @param target a file, or a folder for formats of several files
     * @return everything the format has no place for, a finding each
     * @throws ExchangeException if it cannot be written, with one sentence for the person
     */
    List<Finding> write(Project project, Pictures pictures, Path target) throws IOException;
}
