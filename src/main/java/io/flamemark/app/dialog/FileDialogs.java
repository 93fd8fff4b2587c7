package io.flamemark.app.dialog;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The system's choosers of files and folders, each beginning where the person works. */
final class FileDialogs {

    private final Window owner;
    private Supplier<Optional<Path>> place = Optional::empty;

    FileDialogs(Window owner) {
        this.owner = owner;
    }

    /** Says in which folder files to open are looked for first; without it the system guesses. */
    void startIn(Supplier<Optional<Path>> folder) {
        place = folder;
    }

    Optional<Path> open(String title, ExtensionFilter... filters) {
        return path(chooser(title, place.get(), filters).showOpenDialog(owner));
    }

    List<Path> openSeveral(String title, ExtensionFilter... filters) {
        List<File> files = chooser(title, place.get(), filters).showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    Optional<Path> openFolder(String title) {
        return folder(title, place.get());
    }

    Optional<Path> save(String title, Path suggested, ExtensionFilter... filters) {
        FileChooser chooser = chooser(title, folderOf(suggested), filters);
        chooser.setInitialFileName(suggested.getFileName().toString());
        return path(chooser.showSaveDialog(owner)).map(chosen -> withEnding(chosen, suggested));
    }

    /** A name that was typed without its ending gets that of {@code suggested}, if no other file has the name then. */
    static Path withEnding(Path chosen, Path suggested) {
        String name = chosen.getFileName().toString();
        String usual = suggested.getFileName().toString();
        int dot = usual.lastIndexOf('.');
        if (dot < 0 || name.contains(".")) {
            return chosen;
        }
        Path whole = chosen.resolveSibling(name + usual.substring(dot));
        return Files.exists(whole) ? chosen : whole;
    }

    Optional<Path> saveFolder(String title, Path suggested) {
        return folder(title, folderOf(suggested));
    }

    private static FileChooser chooser(String title, Optional<Path> start, ExtensionFilter... filters) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(filters);
        start.map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<Path> folder(String title, Optional<Path> start) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        start.map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return path(chooser.showDialog(owner));
    }

    private static Optional<Path> folderOf(Path suggested) {
        return Optional.ofNullable(suggested.toAbsolutePath().getParent());
    }

    private static Optional<Path> path(File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
