package io.flamemark.dataset;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An image name that is an address, as VIA's <i>Add url</i> leaves it. Nothing is fetched from it: the picture is looked
 * for under its last part. A scheme of one letter is a drive of Windows and no address.
 *
 * @param path what comes behind the scheme and its colon
 */
record ImageUrl(String scheme, String path) {

    private static final Pattern ADDRESS = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]+):(.*)");
    private static final String PICTURE_ITSELF = "data";

    static Optional<ImageUrl> of(String filename) {
        Matcher address = ADDRESS.matcher(filename);
        boolean is = address.matches()
                && (address.group(2).startsWith("//") || address.group(1).equalsIgnoreCase(PICTURE_ITSELF));
        return is
                ? Optional.of(new ImageUrl(address.group(1).toLowerCase(Locale.ROOT), address.group(2)))
                : Optional.empty();
    }

    /** What the picture may be called once it is saved: without query and fragment, also with its escapes undone. */
    Stream<String> fileNames() {
        if (scheme.equals(PICTURE_ITSELF)) {
            return Stream.empty();
        }
        String plain = path.split("[?#]", 2)[0];
        String last = plain.substring(plain.lastIndexOf('/') + 1);
        return Stream.of(last, decoded(last)).filter(name -> !name.isEmpty()).distinct();
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    /** Why there is no picture, as it goes behind the name of the image. */
    String absence() {
        if (scheme.equals(PICTURE_ITSELF)) {
            return "is a picture written into the project as text, which is not opened; save it as a file";
        }
        String remedy = fileNames()
                .reduce((raw, decoded) -> decoded)
                .map(name -> "save the picture beside the project as " + name)
                .orElse("save the picture beside the project, and name it there");
        return "is an address, and nothing is fetched from it; " + remedy;
    }
}
