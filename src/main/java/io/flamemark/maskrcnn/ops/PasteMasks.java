package io.flamemark.maskrcnn.ops;

import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import java.util.BitSet;

/**
 * Lays the small square masks that the network predicts for boxes into the image: stretched bilinearly over the box and
 * thresholded, as torchvision's {@code paste_masks_in_image} does (padding of one cell, pixel centres not aligned to
 * corners).
 */
public final class PasteMasks {

    private static final int PADDING = 1;

    private PasteMasks() {}

    /**
     * Pastes one mask.
     *
     * @param probabilities row-major {@code [size, size]}
     * @param size the side of the predicted mask, 28 as a rule
     * @param box where it belongs, in pixels of the image
     * @param threshold a pixel is set where its probability is larger
     * @return the mask in a window no larger than the widened box and the image
     */
    public static Mask paste(
            float[] probabilities, int size, Box box, int imageWidth, int imageHeight, float threshold) {
        Span x = Span.of((float) box.x1(), (float) box.x2(), imageWidth, size);
        Span y = Span.of((float) box.y1(), (float) box.y2(), imageHeight, size);
        BitSet bits = new BitSet(x.length() * y.length());
        float[] row = new float[size];
        for (int i = 0; i < y.length(); i++) {
            y.blendRows(probabilities, i, row);
            for (int j = 0; j < x.length(); j++) {
                if (x.blend(row, j) > threshold) {
                    bits.set(i * x.length() + j);
                }
            }
        }
        return new Mask(x.first, y.first, x.length(), y.length(), bits);
    }

    /** The pixels of the image a box covers along one axis, and the two cells of the mask that each lies between. */
    private static final class Span {

        final int first;
        private final int[] low;
        private final float[] fraction;
        private final int cells;

        private Span(int first, int length, int cells) {
            this.first = first;
            this.low = new int[length];
            this.fraction = new float[length];
            this.cells = cells;
        }

        static Span of(float start, float end, int imageSize, int cells) {
            float half = (end - start) * 0.5f * ((float) (cells + 2 * PADDING) / cells);
            float centre = (end + start) * 0.5f;
            int from = (int) (centre - half);
            int to = (int) (centre + half);
            int length = Math.max(to - from + 1, 1);
            int first = Math.max(from, 0);
            Span span = new Span(first, Math.max(0, Math.min(to + 1, imageSize) - first), cells);
            int padded = cells + 2 * PADDING;
            float step = (float) padded / length;
            for (int i = 0; i < span.length(); i++) {
                float position = Math.max((first - from + i + 0.5f) * step - 0.5f, 0);
                int low = Math.min((int) position, padded - 1);
                span.low[i] = low - PADDING;
                span.fraction[i] = position - low;
            }
            return span;
        }

        int length() {
            return low.length;
        }

        float blend(float[] values, int i) {
            return cell(values, low[i]) * (1 - fraction[i]) + cell(values, low[i] + 1) * fraction[i];
        }

        void blendRows(float[] values, int i, float[] out) {
            for (int column = 0; column < cells; column++) {
                out[column] = cell(values, low[i], column) * (1 - fraction[i])
                        + cell(values, low[i] + 1, column) * fraction[i];
            }
        }

        private float cell(float[] values, int at) {
            return at >= 0 && at < cells ? values[at] : 0;
        }

        private float cell(float[] values, int row, int column) {
            return row >= 0 && row < cells ? values[row * cells + column] : 0;
        }
    }
}
