package io.flamemark.maskrcnn.ops;

/**
 * Along one axis of a map: which pixels each bin of a box reads, and with which weights. Bilinear sampling is
 * separable, and so is torchvision's border rule (a sample more than one pixel outside counts as 0, one nearer is moved
 * to the border), so the taps of a bin are the products of its taps along x and y. Samples that share a pixel share a
 * tap: with 2 samples along each axis 4 to 9 products a bin are usual instead of 16.
 */
final class AxisTaps {

    /** Along the axis, in each bin: torchvision's sampling ratio for both heads. */
    static final int SAMPLES = 2;

    /** Of a bin with so many samples. */
    static final int MOST_TAPS = 2 * SAMPLES;

    private final int samples;
    private final int mostTaps;
    private final int[] counts;
    private final int[] pixels;
    private final float[] weights;

    /** @param bins the bins a box is cut into */
    AxisTaps(int bins) {
        this(bins, SAMPLES);
    }

    /** @param samples along the axis, in each bin */
    AxisTaps(int bins, int samples) {
        this.samples = samples;
        mostTaps = 2 * samples;
        counts = new int[bins];
        pixels = new int[bins * mostTaps];
        weights = new float[bins * mostTaps];
    }

    /**
     * Works out the taps of a box side, in place of those of the last one.
     *
     * @param start the first edge of the box in pixels of the map
     * @param end its other edge
     * @param size the pixels of the map along this axis
     */
    void cover(float start, float end, int size) {
        float bin = Math.max(end - start, 1) / counts.length;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = 0;
            for (int sample = 0; sample < samples; sample++) {
                addSample(i, start + i * bin + (sample + 0.5f) * bin / samples, size);
            }
        }
    }

    int count(int bin) {
        return counts[bin];
    }

    int pixel(int bin, int tap) {
        return pixels[bin * mostTaps + tap];
    }

    float weight(int bin, int tap) {
        return weights[bin * mostTaps + tap];
    }

    private void addSample(int bin, float position, int size) {
        if (position < -1 || position > size) {
            return;
        }
        float inside = Math.max(position, 0);
        int low = (int) inside;
        if (low >= size - 1) {
            addTap(bin, size - 1, 1f / samples);
            return;
        }
        float fraction = inside - low;
        addTap(bin, low, (1 - fraction) / samples);
        addTap(bin, low + 1, fraction / samples);
    }

    /** Samples come in ascending order, so a shared pixel is one of the last two. */
    private void addTap(int bin, int pixel, float weight) {
        int first = bin * mostTaps;
        int end = first + counts[bin];
        for (int i = end - 1; i >= Math.max(first, end - 2); i--) {
            if (pixels[i] == pixel) {
                weights[i] += weight;
                return;
            }
        }
        pixels[end] = pixel;
        weights[end] = weight;
        counts[bin]++;
    }
}
