package io.flamemark.imaging;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the files are usually called that {@link ImageDecoder} reads; what they are, their content decides. */
public final class ImageFileNames {

    private static final List<String> EXTENSIONS = List.of("jpg", "jpeg", "png", "tif", "tiff", "bmp", "gif", "webp");

    private ImageFileNames() {}

    /** Whether a file is called like an image. */
    public static boolean looksLikeImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return EXTENSIONS.stream().anyMatch(extension -> name.endsWith("." + extension));
    }

    /** Patterns for a file chooser, which on some systems tells small from capital letters: {@code *.jpg}, {@code *.JPG}. */
    public static List<String> patterns() {
        return EXTENSIONS.stream()
                .flatMap(extension -> Stream.of("*." + extension, "*." + extension.toUpperCase(Locale.ROOT)))
                .toList();
    }
}
