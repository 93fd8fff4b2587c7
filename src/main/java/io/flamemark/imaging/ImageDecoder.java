package io.flamemark.imaging;

import java.io.IOException;
import java.nio.file.Path;

/** Reads image files (JPG, PNG, TIF) into upright 8-bit RGB. */
public final class ImageDecoder {

    /** Width and height in pixels, as displayed (EXIF orientation applied). */
    public record Size(int width, int height) {}

    /**
     * Reads only as much of the file as its size takes.
     *
     * @throws ImageReadException if the file is missing, no image, or larger than the limit
     */
    public Size size(Path file) throws IOException {
        throw new ImageReadException(file, "in the making");
    }

    /**
     * Decodes the whole image.
     *
     * @throws ImageReadException if the file is missing, no image, damaged, or larger than the limit
     */
    public RgbImage decode(Path file) throws IOException {
        throw new ImageReadException(file, "in the making");
    }
}
