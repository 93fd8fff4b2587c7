package io.flamemark.dataset;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.imaging.Rendering;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why the picture of an image cannot be used, or not as it was meant, in the words of a check as of a training. Each is
 * about the image as a whole.
 */
public final class PictureFindings {

    /** The code of an image that could be opened if its folder were allowed. */
    public static final String FOLDER_NOT_ALLOWED = "folder-not-allowed";

    private final Path projectFile;
    private final ImageEntry entry;

    /** About one image of the project in {@code projectFile}. */
    public PictureFindings(Path projectFile, ImageEntry entry) {
        this.projectFile = projectFile;
        this.entry = entry;
    }

    /** About every image of the project whose file cannot be opened, or is nowhere; looks at the disk, not into files. */
    public static List<Finding> missing(Project project, Path projectFile, ImageLocator locator) {
        return project.images().parallelStream()
                .filter(entry -> locator.find(entry.filename()).isEmpty())
                .map(entry -> new PictureFindings(projectFile, entry).notFound(locator))
                .toList();
    }

    /** Its file cannot be opened, or there is none; {@code locator} has not found one. */
    public Finding notFound(ImageLocator locator) {
        String name = entry.filename();
        return locator.folderToAllow(name)
                .map(folder -> error(
                        FOLDER_NOT_ALLOWED,
                        "Image %s lies in %s, outside of the project; it is left out until that folder is allowed by"
                                        .formatted(ImageLocator.shown(name), folder)
                                + " Project > Allow folders, or at the command line by --allow-folder."))
                .orElseGet(() -> error(
                        "image-missing",
                        "Image %s %s; it is left out.".formatted(ImageLocator.shown(name), locator.absence(name))));
    }

    /** @param reason a sentence without its stop, or an exception's message */
    public Finding unreadable(String reason) {
        return error(
                "image-unreadable", "Image %s cannot be used and is left out: %s.".formatted(entry.filename(), reason));
    }

    /** The annotations fit the picture only the other way up; see {@link PictureOf#isOtherWayUp}. */
    public Finding otherWayUp(Rendering rendering) {
        String message = rendering.upright()
                ? "Image %s is turned as its EXIF data says, but its annotations were made on the picture as it is"
                        + " stored; choose View > Show images as stored."
                : "Image %s is taken as it is stored, but its annotations were made on the picture turned as its EXIF"
                        + " data says; choose View > Turn images by their EXIF data.";
        return finding(Severity.WARNING, "orientation-disagrees", message.formatted(entry.filename()));
    }

    private Finding error(String code, String message) {
        return finding(Severity.ERROR, code, message);
    }

    private Finding finding(Severity severity, String code, String message) {
        return new Finding(
                severity, code, projectFile.toString(), Optional.of(entry.id()), OptionalInt.empty(), message);
    }
}
