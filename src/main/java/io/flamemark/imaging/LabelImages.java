package io.flamemark.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** PNG files as {@link LabelImage}: palettes are indices, grey values are numbers; both are taken as they are stored. */
public final class LabelImages {

    private static final int LARGEST_FILE = 256 << 20;

    /** The decoder's raster and ours. */
    private static final int BYTES_A_PIXEL = 4;

    private static final int PALETTE = 256;

    private LabelImages() {}

    /**
     * Reads a mask.
     *
     * @throws ImageReadException if the file is missing, damaged, too large, or a colour picture
     */
    public static LabelImage read(Path file) throws ImageReadException {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new ImageReadException(file, "the mask is larger than " + (LARGEST_FILE >> 20) + " MB");
            }
            return decode(file, Files.readAllBytes(file));
        } catch (ImageReadException e) {
            throw e;
        } catch (IOException e) {
            throw new ImageReadException(file, "the mask cannot be read (" + e + ")", e);
        }
    }

    /** Reads a mask out of bytes; {@code file} is named in messages. */
    public static LabelImage decode(Path file, byte[] bytes) throws ImageReadException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new ImageReadException(file, "the mask is no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                requireBearable(file, (long) reader.getWidth(0) * reader.getHeight(0));
                return labels(file, reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (ImageReadException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Damaged files make the readers throw all kinds of runtime exceptions besides IOException.
            throw new ImageReadException(file, "the mask is damaged (" + e.getMessage() + ")", e);
        }
    }

    private static void requireBearable(Path file, long pixels) throws ImageReadException {
        long memory = Runtime.getRuntime().maxMemory() / 2;
        if (pixels > ImageDecoder.DEFAULT_PIXEL_LIMIT || pixels * BYTES_A_PIXEL > memory) {
            throw new ImageReadException(file, "the mask has " + pixels + " pixels, more than fit the memory");
        }
    }

    private static LabelImage labels(Path file, BufferedImage image) throws ImageReadException {
        ColorModel model = image.getColorModel();
        Raster raster = image.getRaster();
        if (!(model instanceof IndexColorModel) && (raster.getNumBands() != 1 || model.hasAlpha())) {
            throw new ImageReadException(
                    file, "the mask is a colour picture; save it with a palette or in grey, one number a class");
        }
        int width = raster.getWidth();
        int height = raster.getHeight();
        char[] values = new char[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                values[y * width + x] = (char) row[x];
            }
        }
        return new LabelImage(width, height, values, raster.getSampleModel().getSampleSize(0) > Byte.SIZE);
    }

    /**
     * A PNG of 8 bits with a palette.
     *
     * @param palette 256 colours, {@code 0xRRGGBB}, so that people can look at it
     * @throws IllegalArgumentException if a number is above 255
     */
    public static byte[] toPalettePng(LabelImage image, int[] palette) {
        byte[][] colours = new byte[3][PALETTE];
        for (int i = 0; i < PALETTE; i++) {
            colours[0][i] = (byte) (palette[i] >> 16);
            colours[1][i] = (byte) (palette[i] >> 8);
            colours[2][i] = (byte) palette[i];
        }
        IndexColorModel model = new IndexColorModel(Byte.SIZE, PALETTE, colours[0], colours[1], colours[2]);
        BufferedImage out = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] pixels = ((DataBufferByte) out.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            if (image.values()[i] >= PALETTE) {
                throw new IllegalArgumentException("no palette has a colour " + (int) image.values()[i]);
            }
            pixels[i] = (byte) image.values()[i];
        }
        return png(out);
    }

    /** A grey PNG of 16 bits. */
    public static byte[] toGreyPng(LabelImage image) {
        BufferedImage out = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_USHORT_GRAY);
        short[] pixels = ((DataBufferUShort) out.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) image.values()[i];
        }
        return png(out);
    }

    private static byte[] png(BufferedImage image) {
        ImageWriter writer = ImageEncoder.runtimeWriter("png");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(image);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
