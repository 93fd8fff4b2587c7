package io.flamemark.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes images as JPG, PNG or TIF, chosen by the extension. The same image gives the same bytes on the same Java
 * runtime; the file appears whole or not at all.
 */
public final class ImageEncoder {

    /** Good for photographs: hardly to be told from the original. */
    public static final double USUAL_QUALITY = 0.9;

    private ImageEncoder() {}

    /**
     * Writes an image, over an existing one.
     *
     * @param file ends in jpg, jpeg, png, tif or tiff
     * @param jpegQuality 0 (smallest) to 1 (best); PNG and TIF lose nothing
     * @throws IOException if the extension is none of these, or the file cannot be written
     */
    public static void write(RgbImage image, Path file, double jpegQuality) throws IOException {
        byte[] bytes = encode(image, format(file), jpegQuality);
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String format(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "jpg", "jpeg" -> "jpeg";
            case "png" -> "png";
            case "tif", "tiff" -> "tiff";
            default -> throw new IOException(file + ": images are written as .jpg, .png or .tif, name it so");
        };
    }

    private static byte[] encode(RgbImage image, String format, double jpegQuality) throws IOException {
        BufferedImage pixels = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        pixels.setRGB(0, 0, image.width(), image.height(), image.rgb(), 0, image.width());
        ImageWriter writer = runtimeWriter(format);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(pixels, null, null), settings(writer, format, jpegQuality));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam settings(ImageWriter writer, String format, double jpegQuality) {
        ImageWriteParam settings = writer.getDefaultWriteParam();
        if (format.equals("png")) {
            return settings;
        }
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        if (format.equals("tiff")) {
            settings.setCompressionType("Deflate");
        } else {
            settings.setCompressionQuality((float) jpegQuality);
        }
        return settings;
    }

    /** The writer of the Java runtime: plug-ins on the class path could write the same image in another way. */
    static ImageWriter runtimeWriter(String format) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
                return writer;
            }
            writer.dispose();
        }
        throw new IllegalStateException("this Java runtime cannot write " + format);
    }
}
