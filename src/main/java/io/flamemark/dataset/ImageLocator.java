package io.flamemark.dataset;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the image files of a project. It looks in the project file's folder, in the image folder the project names, which
 * may lie elsewhere on this machine as VIA's {@code default_filepath} does, and in folders the user chose. A file name
 * never leads out of these, and no folder on another machine is touched, whatever a project from a stranger says. For
 * each folder, in this order:
 *
 * <ol>
 *   <li>the file name as written, also behind the project's image folder;
 *   <li>its base name in the folder itself;
 *   <li>its base name in the subfolders {@code train}, {@code val}, {@code test} and {@code images}.
 * </ol>
 */
public final class ImageLocator {

    private static final List<String> USUAL_SUBFOLDERS = List.of("train", "val", "test", "images");

    private final List<Path> folders;
    private final String imageFolder;

    /**
     * @param projectFile the project's file, or the folder of the project
     * @param imageFolder {@code Project.imageFolder()}: put before each file name; may be empty
     * @param chosenFolders where the user says more images are
     */
    public ImageLocator(Path projectFile, String imageFolder, Path... chosenFolders) {
        Path absolute = projectFile.toAbsolutePath().normalize();
        Path home = Files.isDirectory(absolute) ? absolute : absolute.getParent();
        List<Path> all = new ArrayList<>();
        all.add(home);
        elsewhere(home, imageFolder).ifPresent(all::add);
        Stream.of(chosenFolders).map(p -> p.toAbsolutePath().normalize()).forEach(all::add);
        this.folders = List.copyOf(all);
        this.imageFolder = imageFolder;
    }

    /** The file of an image whose name is {@code filename} in the project, if there is one. */
    public Optional<Path> find(String filename) {
        return candidates(filename).filter(Files::isRegularFile).findFirst();
    }

    /** Where the image is looked for first; to name in messages when it is not found. */
    public Path expected(String filename) {
        return candidates(filename).findFirst().orElse(folders.get(0));
    }

    private Stream<Path> candidates(String filename) {
        String name = filename.replace('\\', '/');
        String base = name.substring(name.lastIndexOf('/') + 1);
        return folders.stream()
                .flatMap(folder -> Stream.concat(
                        Stream.of(imageFolder + name, imageFolder + "/" + name, name, base)
                                .map(path -> inside(folder, path)),
                        USUAL_SUBFOLDERS.stream().map(sub -> inside(folder, sub + "/" + base))))
                .filter(Objects::nonNull)
                .distinct();
    }

    /** The project's image folder on this machine; none where it names a network share or is no path. */
    private static Optional<Path> elsewhere(Path home, String imageFolder) {
        String text = imageFolder.replace('\\', '/');
        if (text.isEmpty() || text.startsWith("//")) {
            return Optional.empty();
        }
        try {
            return Optional.of(home.resolve(text).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The path below the folder, or null where it leads out of it or is no path at all. */
    private static Path inside(Path folder, String path) {
        try {
            Path file = folder.resolve(path.replace('\\', '/')).normalize();
            return file.startsWith(folder) && !file.equals(folder) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
