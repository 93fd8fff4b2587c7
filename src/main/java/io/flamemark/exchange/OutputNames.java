package io.flamemark.exchange;

import io.flamemark.annotation.FindingList;
import io.flamemark.annotation.ImageEntry;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of the files that are written for each image: the base name of the image without its extension, so that other
 * programs find the one by the other. A name from a stranger's project cannot lead out of the folder, and no two images
 * get the same, also where case does not count.
 */
final class OutputNames {

    private static final String FORBIDDEN = "[<>:\"|?*\\x00-\\x1f]";

    private final Set<String> taken = new HashSet<>();
    private final FindingList losses;

    OutputNames(FindingList losses) {
        this.losses = losses;
    }

    /** A name without extension; that it is another than the image's is a finding. */
    String of(ImageEntry image) {
        String wanted = stem(baseName(image.filename()));
        String stem = wanted.replaceAll(FORBIDDEN, "_").strip();
        String safe = stem.isEmpty() || stem.matches("\\.+") ? "image" : stem;
        String name = safe;
        for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
            name = safe + "-" + n;
        }
        if (!name.equals(wanted)) {
            losses.warning(
                    "image-renamed",
                    image,
                    "What belongs to \"" + image.filename() + "\" is written under the name \"" + name
                            + "\", because there is another image of that name, or it is no name for a file.");
        }
        return name;
    }

    /** What stands behind the last slash of a path or URL. */
    static String baseName(String filename) {
        return filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
    }

    /** The name without its extension. */
    static String stem(String baseName) {
        int dot = baseName.lastIndexOf('.');
        return dot > 0 ? baseName.substring(0, dot) : baseName;
    }
}
