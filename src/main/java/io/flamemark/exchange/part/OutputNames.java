package io.flamemark.exchange.part;

import io.flamemark.annotation.FindingList;
import io.flamemark.annotation.ImageEntry;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of the files that are written for each image: the base name of the image without its extension, so that other
 * programs find the one by the other. A name from a stranger's project cannot lead out of the folder, and no two images
 * get the same, also where case does not count.
 */
public final class OutputNames {

    private static final String FORBIDDEN = "[<>:\"|?*\\x00-\\x1f]";

    /** Devices of Windows, whatever extension follows. */
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    /** In bytes of UTF-8; with a number and an extension a name stays below the 255 that systems allow. */
    private static final int LONGEST = 240;

    private final Set<String> taken = new HashSet<>();
    private final FindingList losses;

    /** @param losses is told the images whose files are named otherwise */
    public OutputNames(FindingList losses) {
        this.losses = losses;
    }

    /** A name without extension; that it is another than the image's is a finding. */
    public String of(ImageEntry image) {
        String wanted = stem(baseName(image.filename()));
        String safe = safe(wanted);
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

    private static String safe(String wanted) {
        String stem = cut(wanted.replaceAll(FORBIDDEN, "_")).strip();
        if (stem.isEmpty() || stem.matches("\\.+")) {
            return "image";
        }
        return RESERVED.matcher(stem).matches() ? "_" + stem : stem;
    }

    private static String cut(String name) {
        int end = Math.min(name.length(), LONGEST);
        while (end > 0
                && (Character.isHighSurrogate(name.charAt(end - 1))
                        || name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST)) {
            end--;
        }
        return name.substring(0, end);
    }

    /** What stands behind the last slash of a path or URL. */
    public static String baseName(String filename) {
        return filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
    }

    /** The name without its extension. */
    public static String stem(String baseName) {
        int dot = baseName.lastIndexOf('.');
        return dot > 0 ? baseName.substring(0, dot) : baseName;
    }
}
