package io.flamemark.format;

import java.util.regex.Pattern;

/** File names of images as one of several files has them, and as the whole project has them. */
final class ViaNames {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private ViaNames() {}

    /** The name seen from the folder of the whole; absolute names and URLs stay. */
    static String placed(ViaDocument.Place place, String filename) {
        return place.folder().isEmpty() || isAbsolute(filename) ? filename : place.folder() + filename;
    }

    /** The name or key seen from the folder of the one file. */
    static String local(ViaDocument.Place place, String name) {
        return name.startsWith(place.folder()) ? name.substring(place.folder().length()) : name;
    }

    static boolean isAbsolute(String filename) {
        return filename.startsWith("/")
                || filename.startsWith("\\")
                || SCHEME.matcher(filename).lookingAt();
    }
}
