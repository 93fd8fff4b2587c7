package io.flamemark.app.project;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.edit.Edit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns image files into entries of a project, keyed as VIA does: name and size joined. */
final class AddedImages {

    private AddedImages() {}

    /** The edit that adds those of the files which are not part of the project yet; empty where all are. */
    static Optional<Edit> of(Project project, Path projectFile, List<Path> files) throws IOException {
        Path folder = projectFile.toAbsolutePath().getParent();
        List<ImageEntry> added = new ArrayList<>();
        for (Path file : files) {
            Path absolute = file.toAbsolutePath().normalize();
            if (!absolute.startsWith(folder)) {
                throw new IOException(absolute + ": images have to lie in the project's folder, " + folder
                        + ", or below it; copy the image there.");
            }
            String name = folder.relativize(absolute).toString().replace('\\', '/');
            long size = Files.size(absolute);
            ImageId id = new ImageId(name + size);
            if (project.image(id).isEmpty()) {
                added.add(new ImageEntry(id, name, size, List.of(), Map.of()));
            }
        }
        return added.isEmpty() ? Optional.empty() : Optional.of(new Edit.AddImages(added));
    }
}
