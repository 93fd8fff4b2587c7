package io.flamemark.dataset;

import io.flamemark.imaging.ImageScaler;
import io.flamemark.imaging.RgbImage;
import java.util.Arrays;

/**
 * What a picture looks like, in 64 bits that hardly change when it is resized, compressed again or lightly toned: the
 * signs of its lowest frequencies ("pHash", Zauner 2010). The picture is averaged to 32 x 32 grey values; of their
 * cosine transform the 8 x 8 lowest frequencies each give a bit, whether they exceed the median.
 *
 * @param bits row by row, the constant part first
 * @param mirrored the same of the picture with left and right exchanged
 */
public record PictureHash(long bits, long mirrored) {

    /**
     * Two pictures with no more differing bits show the same scene. Unrelated pictures differ in about 32; among the 19,306
     * pairs of 197 photographs of fires the three closest, of 6, 8 and 10 bits, were of the same fires.
     */
    public static final int SAME = 10;

    /** The same for pictures that follow each other by name, as the frames of a film do: the camera may have moved. */
    public static final int SAME_SCENE = 18;

    private static final int SIDE = 32;
    private static final int FREQUENCIES = 8;
    private static final double[][] COSINES = cosines();

    public static PictureHash of(RgbImage image) {
        double[] frequencies = frequencies(grey(ImageScaler.scale(image, SIDE, SIDE)));
        return new PictureHash(signs(frequencies), signs(mirrored(frequencies)));
    }

    /** Of a mirrored picture the waves that are odd from left to right have the other sign. */
    private static double[] mirrored(double[] frequencies) {
        double[] mirrored = frequencies.clone();
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] *= i % FREQUENCIES % 2 == 0 ? 1 : -1;
        }
        return mirrored;
    }

    private static long signs(double[] frequencies) {
        // The constant part says how bright the picture is: it has no part in the median, and its own bit stays 0.
        double[] sorted = Arrays.copyOfRange(frequencies, 1, frequencies.length);
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        long bits = 0;
        for (int i = 1; i < frequencies.length; i++) {
            bits |= frequencies[i] > median ? 1L << i : 0;
        }
        return bits;
    }

    /** How many bits differ, 0..63, from the other picture or from its mirror image, whichever is closer. */
    public int distance(PictureHash other) {
        int turned = Math.min(Long.bitCount(bits ^ other.mirrored), Long.bitCount(mirrored ^ other.bits));
        return Math.min(Long.bitCount(bits ^ other.bits), turned);
    }

    private static double[] grey(RgbImage image) {
        return Arrays.stream(image.rgb())
                .mapToDouble(p -> 0.299 * (p >> 16 & 0xff) + 0.587 * (p >> 8 & 0xff) + 0.114 * (p & 0xff))
                .toArray();
    }

    private static double[] frequencies(double[] grey) {
        double[] frequencies = new double[FREQUENCIES * FREQUENCIES];
        for (int v = 0; v < FREQUENCIES; v++) {
            for (int u = 0; u < FREQUENCIES; u++) {
                double sum = 0;
                for (int i = 0; i < grey.length; i++) {
                    sum += grey[i] * COSINES[v][i / SIDE] * COSINES[u][i % SIDE];
                }
                // Rounded, so that the frequencies a plain picture does not have count as none.
                frequencies[v * FREQUENCIES + u] = Math.rint(sum);
            }
        }
        return frequencies;
    }

    private static double[][] cosines() {
        double[][] cosines = new double[FREQUENCIES][SIDE];
        for (int f = 0; f < FREQUENCIES; f++) {
            for (int x = 0; x < SIDE; x++) {
                cosines[f][x] = Math.cos(Math.PI * f * (2 * x + 1) / (2 * SIDE));
            }
        }
        return cosines;
    }
}
