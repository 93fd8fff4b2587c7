package io.flamemark.imaging;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Optional;

/**
 * An image of 16 bits a channel with its samples as they are stored, to look at parts of their range. Immutable.
 */
public final class DeepImage {

    /** So much of the image is darker, and so much lighter, than what {@link #auto} shows. */
    private static final double CUT_OFF = 0.005;

    private final int width;
    private final int height;
    private final int channels;
    private final short[] samples;
    private final Orientation orientation;

    private DeepImage(int width, int height, int channels, short[] samples, Orientation orientation) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.samples = samples;
        this.orientation = orientation;
    }

    /** The samples of a picture with 16 unsigned bits a channel, grey or red, green and blue; none of other pictures. */
    static Optional<DeepImage> of(BufferedImage image, Orientation orientation) {
        ColorModel model = image.getColorModel();
        Raster raster = image.getRaster();
        if (model instanceof IndexColorModel || raster.getTransferType() != DataBuffer.TYPE_USHORT) {
            return Optional.empty();
        }
        int space = model.getColorSpace().getType();
        int channels = space == ColorSpace.TYPE_GRAY ? 1 : space == ColorSpace.TYPE_RGB ? 3 : 0;
        if (channels == 0 || model.getComponentSize(0) != Short.SIZE) {
            return Optional.empty();
        }
        int width = raster.getWidth();
        short[] samples = new short[width * raster.getHeight() * channels];
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int c = 0; c < channels; c++) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, c, row);
                for (int x = 0; x < width; x++) {
                    samples[(y * width + x) * channels + c] = (short) row[x];
                }
            }
        }
        return Optional.of(new DeepImage(width, raster.getHeight(), channels, samples, orientation));
    }

    /** The image with the samples between the levels spread over 8 bits, linearly; turned as it was decoded. */
    public RgbImage through(Levels levels) {
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            if (channels == 1) {
                rgb[i] = levels.shown(samples[i] & Levels.MOST) * 0x010101;
            } else {
                rgb[i] = levels.shown(samples[3 * i] & Levels.MOST) << 16
                        | levels.shown(samples[3 * i + 1] & Levels.MOST) << 8
                        | levels.shown(samples[3 * i + 2] & Levels.MOST);
            }
        }
        return orientation.applyTo(new RgbImage(width, height, rgb));
    }

    /** Levels that show almost all of what is in the image: a few outliers do not count. */
    public Levels auto() {
        int[] counts = new int[Levels.MOST + 1];
        for (short sample : samples) {
            counts[sample & Levels.MOST]++;
        }
        long ignored = (long) (samples.length * CUT_OFF);
        int black = 0;
        for (long below = counts[0]; below <= ignored && black < Levels.MOST - 1; below += counts[black]) {
            black++;
        }
        int white = Levels.MOST;
        for (long above = counts[white]; above <= ignored && white > black + 1; above += counts[white]) {
            white--;
        }
        return new Levels(black, white);
    }
}
