package io.flamemark.imaging;

import java.util.Arrays;

/**
 * Resizes images: along an axis that shrinks each pixel is the average of the area it covers, along one that grows it is
 * interpolated linearly between pixel centres. Works on the stored (gamma-encoded) values, as screens and networks
 * expect.
 */
public final class ImageScaler {

    private ImageScaler() {}

    /** The image at {@code width x height} pixels, both at least 1. */
    public static RgbImage scale(RgbImage image, int width, int height) {
        if (width == image.width() && height == image.height()) {
            return image;
        }
        float[] columns = scaleRows(image, ScaleAxis.of(image.width(), width));
        return scaleColumns(columns, width, ScaleAxis.of(image.height(), height));
    }

    /** The largest version that fits {@code maxWidth x maxHeight} and keeps the proportions; never enlarged. */
    public static RgbImage shrinkToFit(RgbImage image, int maxWidth, int maxHeight) {
        double factor = Math.min(1, Math.min((double) maxWidth / image.width(), (double) maxHeight / image.height()));
        int width = Math.max(1, (int) Math.round(image.width() * factor));
        int height = Math.max(1, (int) Math.round(image.height() * factor));
        return scale(image, width, height);
    }

    /** Row by row to the new width; result {@code [height, newWidth, 3]}. */
    private static float[] scaleRows(RgbImage image, ScaleAxis axis) {
        int newWidth = axis.size();
        float[] out = new float[image.height() * newWidth * 3];
        for (int y = 0; y < image.height(); y++) {
            int row = y * image.width();
            for (int x = 0; x < newWidth; x++) {
                float red = 0;
                float green = 0;
                float blue = 0;
                for (int k = 0; k < axis.taps(x); k++) {
                    int pixel = image.rgb()[row + axis.first(x) + k];
                    float weight = axis.weight(x, k);
                    red += weight * (pixel >> 16 & 0xff);
                    green += weight * (pixel >> 8 & 0xff);
                    blue += weight * (pixel & 0xff);
                }
                int at = (y * newWidth + x) * 3;
                out[at] = red;
                out[at + 1] = green;
                out[at + 2] = blue;
            }
        }
        return out;
    }

    private static RgbImage scaleColumns(float[] rows, int width, ScaleAxis axis) {
        int[] rgb = new int[width * axis.size()];
        float[] sums = new float[width * 3];
        for (int y = 0; y < axis.size(); y++) {
            Arrays.fill(sums, 0.5f);
            for (int k = 0; k < axis.taps(y); k++) {
                float weight = axis.weight(y, k);
                int from = (axis.first(y) + k) * sums.length;
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += weight * rows[from + i];
                }
            }
            for (int x = 0; x < width; x++) {
                rgb[y * width + x] = (int) sums[3 * x] << 16 | (int) sums[3 * x + 1] << 8 | (int) sums[3 * x + 2];
            }
        }
        return new RgbImage(width, axis.size(), rgb);
    }
}
