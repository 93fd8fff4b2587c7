package io.flamemark.imaging;

/**
 * An image at another size, each value interpolated between the nearest four pixels without rounding: PyTorch's
 * {@code interpolate(mode="bilinear", align_corners=False)}.
 */
final class BilinearPixels implements Resampling.Pixels {

    private final RgbImage image;
    private final Axis across;
    private final Axis down;

    BilinearPixels(RgbImage image, int width, int height) {
        this.image = image;
        across = new Axis(image.width(), width);
        down = new Axis(image.height(), height);
    }

    @Override
    public void read(int y, int shift, float[] row) {
        int upper = down.low[y] * image.width();
        int lower = down.high(y) * image.width();
        float weight = down.fraction[y];
        for (int x = 0; x < across.low.length; x++) {
            row[x] = (1 - weight) * between(upper, x, shift) + weight * between(lower, x, shift);
        }
    }

    /** As an image, values rounded to whole ones. */
    RgbImage rounded() {
        int width = across.low.length;
        int[] rgb = new int[width * down.low.length];
        float[] row = new float[width];
        for (int y = 0; y < down.low.length; y++) {
            for (int shift = 16; shift >= 0; shift -= 8) {
                read(y, shift, row);
                for (int x = 0; x < width; x++) {
                    rgb[y * width + x] |= Math.round(row[x]) << shift;
                }
            }
        }
        return new RgbImage(width, down.low.length, rgb);
    }

    private float between(int rowStart, int x, int shift) {
        int left = image.rgb()[rowStart + across.low[x]] >> shift & 0xff;
        int right = image.rgb()[rowStart + across.high(x)] >> shift & 0xff;
        return (1 - across.fraction[x]) * left + across.fraction[x] * right;
    }

    /** For each new pixel along one axis the old one before its centre, and how far it lies towards the next. */
    private static final class Axis {

        final int[] low;
        final float[] fraction;
        private final int last;

        Axis(int oldSize, int newSize) {
            low = new int[newSize];
            fraction = new float[newSize];
            last = oldSize - 1;
            float step = (float) oldSize / newSize;
            for (int i = 0; i < newSize; i++) {
                // Not rounded to a float before the fraction is taken, as in PyTorch's kernels; the step is one.
                double at = Math.max(0, step * (i + 0.5) - 0.5);
                low[i] = Math.min((int) at, last);
                fraction[i] = (float) (at - low[i]);
            }
        }

        int high(int i) {
            return Math.min(low[i] + 1, last);
        }
    }
}
