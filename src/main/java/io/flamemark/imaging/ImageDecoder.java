package io.flamemark.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads image files (JPG also in CMYK, PNG, TIF; 8 or 16 bits a channel, grey, indexed or colour) into upright 8-bit
 * RGB. The EXIF orientation is applied. Transparent parts show white, as in a browser. Safe to use from several threads.
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

    /**
     * Reads only as much of the file as its size takes.
     *
     * @throws ImageReadException if the file is missing, no image, or larger than the limit
     */
    public Size size(Path file) throws IOException {
        Size stored = read(file, (reader, size) -> size);
        return Orientation.of(file).applyTo(stored);
    }

    /**
     * Decodes the whole image.
     *
     * @throws ImageReadException if the file is missing, no image, damaged, or larger than the limit
     */
    public RgbImage decode(Path file) throws IOException {
        RgbImage stored = read(file, (reader, size) -> decode(reader));
        return Orientation.of(file).applyTo(stored);
    }

    private static RgbImage decode(ImageReader reader) throws IOException {
        TruncationListener truncation = new TruncationListener();
        reader.addIIOReadWarningListener(truncation);
        BufferedImage image = reader.read(0);
        truncation.throwIfCut();
        return Pixels.toRgb(image);
    }

    private interface Step<T> {
        T apply(ImageReader reader, Size size) throws IOException;
    }

    private <T> T read(Path file, Step<T> step) throws ImageReadException {
        requireContent(file);
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new ImageReadException(file, "not an image this program reads (JPG, PNG or TIF)");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                Size size = new Size(reader.getWidth(0), reader.getHeight(0));
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
        if (pixels <= 0) {
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
                    file, "it declares %s pixels in a file of %d bytes; it is damaged".formatted(size, length(file)));
        }
        long available = Runtime.getRuntime().maxMemory();
        if (pixels * BYTES_A_PIXEL > available) {
            throw new ImageReadException(
                    file,
                    "%s pixels take %d MB of memory, and only %d MB may be used"
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

    private static String detail(Exception e) {
        return e.getMessage() == null ? "" : ": " + e.getMessage();
    }
}
