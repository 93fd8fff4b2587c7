package io.flamemark.dataset;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the image files of a project. It looks in the project file's folder and in folders that the user allowed, and
 * nowhere else, whatever a project from a stranger says: a name that leads out of these (by {@code ..}, as an absolute
 * path, on another drive or machine, or through a link) is not opened, and {@link #folderToAllow} says what would have to
 * be allowed. For each folder, in this order:
 *
 * <ol>
 *   <li>the file name as written, also behind the project's image folder (VIA's {@code default_filepath});
 *   <li>its base name in the folder itself;
 *   <li>its base name in the subfolders {@code train}, {@code val}, {@code test} and {@code images}.
 * </ol>
 *
 * The base name of an address ({@link ImageUrl}) is its last part. Where a name has accents, its other Unicode spelling
 * counts too: macOS writes a letter and its accent as two characters, other systems as one.
 */
public final class ImageLocator {

    private static final List<String> USUAL_SUBFOLDERS = List.of("train", "val", "test", "images");

    private static final int LONGEST_NAME = 150;

    private final Path home;
    private final List<Path> folders;
    private final List<Path> realFolders;
    private final String imageFolder;

    /**
     * @param projectFile the project's file, or the folder of the project
     * @param imageFolder {@code Project.imageFolder()}: put before each file name; may be empty
     * @param allowed where else images may be opened, and are looked for
     */
    public ImageLocator(Path projectFile, String imageFolder, List<Path> allowed) {
        Path absolute = projectFile.toAbsolutePath().normalize();
        this.home = Files.isDirectory(absolute) ? absolute : absolute.getParent();
        this.imageFolder = imageFolder;
        List<Path> all = new ArrayList<>();
        all.add(home);
        allowed.forEach(folder -> all.add(folder.toAbsolutePath().normalize()));
        imageFolderIn(all).ifPresent(all::add);
        this.folders = List.copyOf(all);
        this.realFolders =
                folders.stream().flatMap(folder -> real(folder).stream()).toList();
    }

    /** With no folder allowed but the project's own. */
    public ImageLocator(Path projectFile, String imageFolder) {
        this(projectFile, imageFolder, List.of());
    }

    /** The file of an image whose name is {@code filename} in the project, if there is one that may be opened. */
    public Optional<Path> find(String filename) {
        return candidates(filename)
                .filter(file -> Files.isRegularFile(file) && isAllowed(file))
                .findFirst();
    }

    /**
     * As {@link #find}.
     *
     * @throws FileNotFoundException if there is none that may be opened, with a sentence that says where it was looked for
     *     or what has to be allowed
     */
    public Path get(String filename) throws FileNotFoundException {
        Optional<Path> found = find(filename);
        if (found.isPresent()) {
            return found.get();
        }
        Optional<Path> outside = folderToAllow(filename);
        if (outside.isPresent()) {
            throw new FolderNotAllowedException("\"" + filename + "\" lies in " + outside.get()
                    + ", outside of the project's folder; it is opened once that folder is allowed.");
        }
        throw new FileNotFoundException("\"" + shown(filename) + "\" " + absence(filename) + ".");
    }

    /** A name as it goes into a sentence: one that is a whole picture as text is cut off. */
    static String shown(String filename) {
        return filename.length() <= LONGEST_NAME ? filename : filename.substring(0, LONGEST_NAME) + "...";
    }

    /** Why an image that is neither found nor to be allowed is not there, as it goes behind its name. */
    String absence(String filename) {
        if (filename.isBlank()) {
            return "has no file name; give it one in the file";
        }
        return ImageUrl.of(filename)
                .map(ImageUrl::absence)
                .orElseGet(() -> "was not found; it was looked for at "
                        + candidates(filename).findFirst().orElse(home) + " and by its name beside the project");
    }

    /**
     * The folder that has to be allowed before an image that {@link #find} does not find can be opened; none for an image
     * that is found or is nowhere. A folder on another machine is named without being touched.
     */
    public Optional<Path> folderToAllow(String filename) {
        if (find(filename).isPresent()) {
            return Optional.empty();
        }
        Stream<Path> linked = candidates(filename).filter(Files::isRegularFile).flatMap(file -> real(file).stream());
        Stream<Path> elsewhere = written(filename)
                .flatMap(ImageLocator::spellings)
                .flatMap(path -> resolved(home, path).stream())
                .filter(path -> folders.stream().noneMatch(path::startsWith))
                .filter(path -> isOnAnotherMachine(path) || Files.isRegularFile(path));
        return Stream.concat(linked, elsewhere)
                .map(Path::getParent)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Stream<Path> candidates(String filename) {
        List<String> bases = baseNames(filename);
        return folders.stream()
                .flatMap(folder -> Stream.of(
                                written(filename),
                                bases.stream(),
                                USUAL_SUBFOLDERS.stream()
                                        .flatMap(sub -> bases.stream().map(base -> sub + "/" + base)))
                        .flatMap(paths -> paths)
                        .flatMap(ImageLocator::spellings)
                        .map(path -> inside(folder, path)))
                .filter(Objects::nonNull)
                .distinct();
    }

    private static List<String> baseNames(String filename) {
        String name = filename.replace('\\', '/');
        String base = name.substring(name.lastIndexOf('/') + 1);
        Stream<String> ofAddress = ImageUrl.of(filename).stream().flatMap(ImageUrl::fileNames);
        return Stream.concat(Stream.of(base), ofAddress)
                .filter(path -> !path.isEmpty())
                .toList();
    }

    /** The name as it stands, then with letters and accents in one character, then in two. */
    private static Stream<String> spellings(String name) {
        return Stream.of(name, Normalizer.normalize(name, Form.NFC), Normalizer.normalize(name, Form.NFD))
                .distinct();
    }

    /** The name as the project has it, behind its image folder and without. */
    private Stream<String> written(String filename) {
        String name = filename.replace('\\', '/');
        String folder = imageFolder.replace('\\', '/');
        return Stream.of(folder + name, folder + "/" + name, name);
    }

    /** The project's image folder, where it may be looked into: names in it are then found by their last part too. */
    private Optional<Path> imageFolderIn(List<Path> allowed) {
        return imageFolder.isEmpty()
                ? Optional.empty()
                : resolved(home, imageFolder.replace('\\', '/'))
                        .filter(folder -> allowed.stream().anyMatch(folder::startsWith));
    }

    /** Whether the file lies in one of the folders still when links are followed. */
    private boolean isAllowed(Path file) {
        return real(file)
                .filter(target -> realFolders.stream().anyMatch(target::startsWith))
                .isPresent();
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Windows: {@code \\server\share}. */
    private static boolean isOnAnotherMachine(Path path) {
        return path.getRoot() != null && path.getRoot().toString().startsWith("\\\\");
    }

    /** The path below the folder, or null where it leads out of it or is no path at all. */
    private static Path inside(Path folder, String path) {
        return resolved(folder, path)
                .filter(file -> file.startsWith(folder) && !file.equals(folder))
                .orElse(null);
    }

    private static Optional<Path> resolved(Path folder, String path) {
        try {
            return Optional.of(folder.resolve(path).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
