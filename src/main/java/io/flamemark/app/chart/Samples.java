package io.flamemark.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A column of numbers that grows at its end and knows the lows and highs of its stretches. Above the numbers stands a
 * pyramid: each level holds the extremes of sixteen neighbours of the level below. So a number is added, and the extremes
 * of any stretch are found, in a number of steps that grows with the logarithm of the length alone; a chart of a long run
 * costs no more than one of a short run. For one thread.
 */
public final class Samples {

    private static final int BITS = 4;
    private static final int FIRST_ROOM = 64;

    private final List<Level> levels = new ArrayList<>();
    private double[] values = new double[FIRST_ROOM];
    private int size;
    private int generation;

    public Samples() {}

    /** A column of given numbers. */
    public static Samples of(double... values) {
        Samples samples = new Samples();
        for (double value : values) {
            samples.add(value);
        }
        return samples;
    }

    /** Appends a number; one that is not finite is a gap. */
    public void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size] = value;
        for (int i = 0; i < levels.size(); i++) {
            levels.get(i).include(size >> BITS * (i + 1), value);
        }
        size++;
        if (size > 1 << BITS * (levels.size() + 1)) {
            levels.add(nextLevel());
        }
    }

    /** A level is made when the one below has more than one block's worth. */
    private Level nextLevel() {
        Level level = new Level();
        int bits = BITS * (levels.size() + 1);
        for (int block = 0; block <= size - 1 >> bits; block++) {
            Extent extent = new Extent();
            include(extent, block << bits, Math.min(size, block + 1 << bits));
            level.set(block, extent);
        }
        return level;
    }

    public void clear() {
        levels.clear();
        size = 0;
        generation++;
    }

    /** How often it was cleared: as long as this is the same, what was read of it still holds. */
    int generation() {
        return generation;
    }

    public int size() {
        return size;
    }

    public double get(int index) {
        return values[index];
    }

    public double[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** Puts the numbers of the stretch from {@code from} to before {@code to} into an extent. */
    void include(Extent extent, int from, int to) {
        int i = from;
        while (i < to) {
            int level = 0;
            while (level < levels.size() && fits(level + 1, i, to)) {
                level++;
            }
            if (level == 0) {
                extent.include(values[i]);
            } else {
                levels.get(level - 1).putInto(extent, i >> BITS * level);
            }
            i += 1 << BITS * level;
        }
    }

    private static boolean fits(int level, int from, int to) {
        int length = 1 << BITS * level;
        return (from & length - 1) == 0 && from + length <= to;
    }

    /** In a rising column, the index of the first number that is no less than {@code value}; the size where there is none. */
    int firstFrom(double value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** In a rising column, the index of the number nearest to {@code wanted}, -1 where there is none. */
    public int nearest(double wanted) {
        int after = firstFrom(wanted);
        if (after == 0 || after == size) {
            return after == 0 ? Math.min(0, size - 1) : size - 1;
        }
        return values[after] - wanted < wanted - values[after - 1] ? after : after - 1;
    }

    /** The extremes of blocks of numbers. */
    private static final class Level {
        private double[] low = new double[FIRST_ROOM];
        private double[] high = new double[FIRST_ROOM];
        private double[] lowestPositive = new double[FIRST_ROOM];
        private int blocks;

        void include(int block, double value) {
            open(block);
            if (Double.isFinite(value)) {
                low[block] = Math.min(low[block], value);
                high[block] = Math.max(high[block], value);
                lowestPositive[block] = value > 0 ? Math.min(lowestPositive[block], value) : lowestPositive[block];
            }
        }

        void set(int block, Extent extent) {
            open(block);
            low[block] = extent.low(false);
            high[block] = extent.high();
            lowestPositive[block] = extent.low(true);
        }

        void putInto(Extent extent, int block) {
            extent.include(low[block], high[block], lowestPositive[block]);
        }

        private void open(int block) {
            if (block < blocks) {
                return;
            }
            if (block == low.length) {
                low = Arrays.copyOf(low, 2 * block);
                high = Arrays.copyOf(high, 2 * block);
                lowestPositive = Arrays.copyOf(lowestPositive, 2 * block);
            }
            low[block] = Double.POSITIVE_INFINITY;
            high[block] = Double.NEGATIVE_INFINITY;
            lowestPositive[block] = Double.POSITIVE_INFINITY;
            blocks = block + 1;
        }
    }
}
