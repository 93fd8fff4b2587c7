package io.flamemark.geometry;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A binary mask of a whole image as COCO writes it: lengths of runs down the columns, column after column, alternating
 * between unset and set and starting with unset (which may be 0 long). Two are equal where their runs are. Source:
 * pycocotools, {@code maskApi}.
 */
public final class RunLengthMask {

    private final int width;
    private final int height;
    private final int[] counts;

    private RunLengthMask(int width, int height, int[] counts) {
        this.width = width;
        this.height = height;
        this.counts = counts;
    }

    public static RunLengthMask empty(int width, int height) {
        return new RunLengthMask(width, height, new int[] {pixels(width, height)});
    }

    /**
     * From COCO's uncompressed {@code counts}.
     *
     * @throws IllegalArgumentException if a count is negative or they do not add up to {@code width * height}
     */
    public static RunLengthMask ofCounts(int[] counts, int width, int height) {
        long sum = 0;
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("a negative run length: " + count);
            }
            sum += count;
        }
        if (sum != pixels(width, height)) {
            throw new IllegalArgumentException(
                    "run lengths add up to " + sum + ", not to the " + width + "x" + height + " pixels of the mask");
        }
        return new RunLengthMask(width, height, counts.clone());
    }

    /**
     * From COCO's compressed {@code counts} string.
     *
     * @throws IllegalArgumentException if it is no such string or does not fit {@code width x height}
     */
    public static RunLengthMask decode(String text, int width, int height) {
        return ofCounts(RunLengthText.decode(text), width, height);
    }

    /** The set pixels of a mask that lie inside an image of {@code width x height}. */
    public static RunLengthMask of(Mask anyWindow, int width, int height) {
        Mask mask = anyWindow.trimmed();
        RunLengthBuilder runs = new RunLengthBuilder(width, height);
        int right = Math.min(width, mask.left() + mask.width());
        int bottom = Math.min(height, mask.top() + mask.height());
        int top = Math.max(0, mask.top());
        for (int x = Math.max(0, mask.left()); x < right; x++) {
            for (int y = top; y < bottom; y++) {
                if (mask.get(x, y)) {
                    runs.set(x * height + y, x * height + y + 1);
                }
            }
        }
        return runs.build();
    }

    /** From ascending column-major positions at which the fill toggles; a position given twice toggles twice. */
    static RunLengthMask ofToggles(int[] positions, int width, int height) {
        RunLengthBuilder runs = new RunLengthBuilder(width, height);
        for (int i = 0; i < positions.length; i += 2) {
            runs.set(positions[i], i + 1 < positions.length ? positions[i + 1] : pixels(width, height));
        }
        return runs.build();
    }

    static RunLengthMask ofTrusted(int[] counts, int width, int height) {
        return new RunLengthMask(width, height, counts);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** COCO's uncompressed form. */
    public int[] counts() {
        return counts.clone();
    }

    /** COCO's compressed form: the {@code counts} string of a results file. */
    public String encode() {
        return RunLengthText.encode(counts);
    }

    /** The number of set pixels. */
    public int area() {
        int sum = 0;
        for (int i = 1; i < counts.length; i += 2) {
            sum += counts[i];
        }
        return sum;
    }

    /** The box around the set pixels, on pixel edges; 0, 0, 0, 0 where none is set. */
    public Box bounds() {
        int x1 = Integer.MAX_VALUE;
        int y1 = Integer.MAX_VALUE;
        int x2 = 0;
        int y2 = 0;
        int at = 0;
        for (int i = 0; i < counts.length; at += counts[i++]) {
            if (i % 2 == 0 || counts[i] == 0) {
                continue;
            }
            int last = at + counts[i] - 1;
            boolean oneColumn = at / height == last / height;
            x1 = Math.min(x1, at / height);
            x2 = Math.max(x2, last / height + 1);
            y1 = Math.min(y1, oneColumn ? at % height : 0);
            y2 = Math.max(y2, oneColumn ? last % height + 1 : height);
        }
        return x2 == 0 ? new Box(0, 0, 0, 0) : new Box(x1, y1, x2, y2);
    }

    /** The pixels set in either; both masks are of images of the same size. */
    public RunLengthMask union(RunLengthMask other) {
        requireSameSize(other);
        RunLengthBuilder runs = new RunLengthBuilder(width, height);
        RunLengthPairs.walk(counts, other.counts, (from, to, mine, theirs) -> {
            if (mine || theirs) {
                runs.set(from, to);
            }
        });
        return runs.build();
    }

    /** The number of pixels set in both; both masks are of images of the same size. */
    public int intersectionArea(RunLengthMask other) {
        requireSameSize(other);
        int[] area = new int[1];
        RunLengthPairs.walk(counts, other.counts, (from, to, mine, theirs) -> {
            if (mine && theirs) {
                area[0] += to - from;
            }
        });
        return area[0];
    }

    /** Intersection over union, 0 where both are empty. */
    public double iou(RunLengthMask other) {
        int common = intersectionArea(other);
        return common == 0 ? 0 : (double) common / (area() + other.area() - common);
    }

    /** The same pixels as a bit mask whose window fits them. */
    public Mask toMask() {
        Box box = bounds();
        int left = (int) box.x1();
        int top = (int) box.y1();
        int columns = (int) box.width();
        BitSet bits = new BitSet(columns * (int) box.height());
        int at = 0;
        for (int i = 0; i < counts.length; at += counts[i++]) {
            for (int p = at; i % 2 == 1 && p < at + counts[i]; p++) {
                bits.set((p % height - top) * columns + p / height - left);
            }
        }
        return new Mask(left, top, columns, (int) box.height(), bits);
    }

    private void requireSameSize(RunLengthMask other) {
        if (width != other.width || height != other.height) {
            throw new IllegalArgumentException("masks of different images: " + this + " and " + other);
        }
    }

    private static int pixels(int width, int height) {
        long pixels = (long) width * height;
        if (width < 0 || height < 0 || pixels > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("impossible mask size " + width + "x" + height);
        }
        return (int) pixels;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunLengthMask that
                && width == that.width
                && height == that.height
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "RunLengthMask[" + width + "x" + height + ", " + area() + " set]";
    }
}
