package io.flamemark.cli;

import io.flamemark.dataset.ImageLocator;
import io.flamemark.format.ProjectFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where images may be opened besides the project's own folder. */
final class FolderOptions {

    @Option(
            names = "--allow-folder",
            paramLabel = "FOLDER",
            description =
                    "Open images in FOLDER too, where the project says they lie there. May be given several times;"
                            + " without it no image outside of the project's folder is opened.")
    private List<Path> allowed = new ArrayList<>();

    /** Finds the images of a project. */
    ImageLocator locator(ProjectFile file) {
        return new ImageLocator(file.path(), file.project().imageFolder(), allowed);
    }
}
