package io.flamemark.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads image files (JPG also in CMYK, PNG, TIF, BMP, GIF, WebP; 8 or 16 bits a channel, grey, indexed or colour) into
 * 8-bit RGB. The EXIF orientation is applied unless that is not wanted. Transparent parts show white, as in a browser.
 * Of 16 bits the full range is spread over 8, {@code round(v * 255 / 65535)}, for every image alike: that is what networks
 * learn from. Safe to use from several threads.
 *
 * <p>The declared size is looked at first, and an image that is too large is refused before any memory is taken for it.
 */
public final class ImageDecoder {

    /** 200 megapixels: more than any camera in use, and still decodable with a heap of 2 GB. */
    public static final long DEFAULT_PIXEL_LIMIT = 200_000_000;

    /** The decoder's own picture and ours, together, take about so many bytes a pixel. */
    private static final int BYTES_A_PIXEL = 8;

    /** No real picture of some size is packed tighter than so many pixels a byte of its file. */
    private static final long MOST_PIXELS_A_BYTE = 4_000;

    private static final long SMALL_ENOUGH_NOT_TO_ASK = 16_000_000;

    private final long pixelLimit;

    public ImageDecoder() {
        this(DEFAULT_PIXEL_LIMIT);
    }

    /** @param pixelLimit images with more pixels are refused */
    public ImageDecoder(long pixelLimit) {
        this.pixelLimit = pixelLimit;
    }

    /** Width and height in pixels, as displayed (EXIF orientation applied). */
    public record Size(int width, int height) {

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /** A decoded image; of one with 16 bits a channel also its samples. */
    public record Decoded(RgbImage image, Optional<DeepImage> deep) {}

    /** {@link #size(Path, Rendering)} of the usual picture. */
    public Size size(Path file) throws IOException {
        return size(file, Rendering.USUAL);
    }

    /**
     * Reads only as much of the file as its size takes.
     *
     * @throws ImageReadException if the file is missing, no image, without that page, or larger than the limit
     */
    public Size size(Path file, Rendering rendering) throws IOException {
        Size stored = read(file, rendering.page(), (reader, size) -> size);
        return orientation(file, rendering).applyTo(stored);
    }

    /** {@link #decode(Path, Rendering)} of the usual picture. */
    public RgbImage decode(Path file) throws IOException {
        return decode(file, Rendering.USUAL);
    }

    /**
     * Decodes the whole image.
     *
     * @throws ImageReadException if the file is missing, no image, damaged, without that page, or larger than the limit
     */
    public RgbImage decode(Path file, Rendering rendering) throws IOException {
        RgbImage stored =
                read(file, rendering.page(), (reader, size) -> Pixels.toRgb(pixels(reader, rendering.page())));
        return orientation(file, rendering).applyTo(stored);
    }

    /** As {@link #decode(Path, Rendering)}, with the samples of 16 bits where the image has them. */
    public Decoded decodeDeep(Path file, Rendering rendering) throws IOException {
        Orientation orientation = orientation(file, rendering);
        return read(file, rendering.page(), (reader, size) -> {
            BufferedImage stored = pixels(reader, rendering.page());
            Optional<DeepImage> deep = DeepImage.of(stored, orientation);
            return new Decoded(orientation.applyTo(Pixels.toRgb(stored)), deep);
        });
    }

    /** How many pictures the file holds: pages of a TIF, frames of a GIF; 1 for most. */
    public int pages(Path file) throws IOException {
        return read(file, 0, (reader, size) -> reader.getNumImages(true));
    }

    /** Whether the EXIF data of a file turns or mirrors its picture. */
    public boolean isTurned(Path file) {
        return Orientation.of(file) != Orientation.UPRIGHT;
    }

    private static Orientation orientation(Path file, Rendering rendering) {
        return rendering.upright() ? Orientation.of(file) : Orientation.UPRIGHT;
    }

    private static BufferedImage pixels(ImageReader reader, int page) throws IOException {
        TruncationListener truncation = new TruncationListener();
        reader.addIIOReadWarningListener(truncation);
        BufferedImage image = reader.read(page);
        truncation.throwIfCut();
        return image;
    }

    private interface Step<T> {
        T apply(ImageReader reader, Size size) throws IOException;
    }

    private <T> T read(Path file, int page, Step<T> step) throws ImageReadException {
        requireContent(file);
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new ImageReadException(file, "not an image this program reads (JPG, PNG, TIF, BMP, GIF or WebP)");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, false, true);
                requirePage(file, reader, page);
                Size size = new Size(reader.getWidth(page), reader.getHeight(page));
                requireBearable(file, size);
                return step.apply(reader, size);
            } finally {
                reader.dispose();
            }
        } catch (ImageReadException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Damaged files make the readers throw all kinds of runtime exceptions besides IOException.
            throw new ImageReadException(file, "the image is damaged" + detail(e), e);
        } catch (OutOfMemoryError e) {
            // One refused array; everything else still has its memory.
            throw new ImageReadException(file, "the image takes more memory than there is left", e);
        }
    }

    private static void requirePage(Path file, ImageReader reader, int page) throws IOException {
        if (page > 0 && page >= reader.getNumImages(true)) {
            throw new ImageReadException(
                    file, "there is no page %s, only %s".formatted(page + 1, reader.getNumImages(true)));
        }
    }

    private static void requireContent(Path file) throws ImageReadException {
        if (Files.isDirectory(file)) {
            throw new ImageReadException(file, "this is a folder, not an image");
        }
        if (!Files.exists(file)) {
            throw new ImageReadException(file, "there is no such file");
        }
        if (!Files.isReadable(file)) {
            throw new ImageReadException(file, "reading it is not permitted");
        }
        if (length(file) == 0) {
            throw new ImageReadException(file, "the file is empty");
        }
    }

    private void requireBearable(Path file, Size size) throws ImageReadException {
        long pixels = (long) size.width * size.height;
        if (size.width < 1 || size.height < 1) {
            throw new ImageReadException(file, "the image is damaged: it declares a size of " + size);
        }
        if (pixels > pixelLimit) {
            throw new ImageReadException(
                    file,
                    "%s pixels are more than the limit of %s megapixels; make the image smaller"
                            .formatted(size, megapixels(pixelLimit)));
        }
        if (pixels > SMALL_ENOUGH_NOT_TO_ASK && pixels / length(file) > MOST_PIXELS_A_BYTE) {
            throw new ImageReadException(
                    file, "it declares %s pixels in a file of %s bytes; it is damaged".formatted(size, length(file)));
        }
        long available = Runtime.getRuntime().maxMemory();
        if (pixels * BYTES_A_PIXEL > available) {
            throw new ImageReadException(
                    file,
                    "%s pixels take %s MB of memory, and only %s MB may be used"
                            .formatted(size, pixels * BYTES_A_PIXEL >> 20, available >> 20));
        }
    }

    private static long length(Path file) throws ImageReadException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new ImageReadException(file, "it cannot be read" + detail(e), e);
        }
    }

    private static String megapixels(long pixels) {
        return String.format(Locale.ROOT, "%.3g", pixels / 1e6).replaceFirst("\\.0*$", "");
    }

    /** What a reader says, unless it stumbled over its own types. */
    private static String detail(Exception e) {
        return e.getMessage() == null || e instanceof ClassCastException ? "" : ": " + e.getMessage();
    }
}
