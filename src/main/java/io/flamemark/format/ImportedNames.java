package io.flamemark.format;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import java.nio.file.Path;
import java.util.List;

/** Names of images when the annotations of one file come into the project of another. */
public final class ImportedNames {

    private ImportedNames() {}

    /**
     * The project of {@code file} with the names of its images as seen from {@code folder}, where they lie below it; a
     * name that would lead out of it stays as it is, and the image is looked for by its last part.
     */
    public static Project seenFrom(Path folder, ProjectFile file) {
        Path source = file.path().getParent();
        Project project = file.project();
        String inside =
                source.startsWith(folder) ? folder.relativize(source).toString().replace('\\', '/') : "";
        String prefix = (inside.isEmpty() ? "" : inside + "/") + relative(project.imageFolder());
        if (prefix.isEmpty()) {
            return project;
        }
        List<ImageEntry> images = project.images().stream()
                .map(image -> ViaNames.isAbsolute(image.filename())
                        ? image
                        : new ImageEntry(
                                image.id(),
                                prefix + image.filename(),
                                image.size(),
                                image.regions(),
                                image.attributes()))
                .toList();
        return project.withImages(images);
    }

    private static String relative(String imageFolder) {
        boolean below = !imageFolder.isEmpty() && !ViaNames.isAbsolute(imageFolder) && !imageFolder.contains("..");
        return below ? imageFolder + (imageFolder.endsWith("/") ? "" : "/") : "";
    }
}
