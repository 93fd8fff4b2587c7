package io.flamemark.geometry;

import java.util.Arrays;

/** Collects set runs in ascending order, joins those that touch, and makes the alternating counts of them. */
final class RunLengthBuilder {

    private final int width;
    private final int height;
    private int[] counts = new int[32];
    private int size = 1;
    private int end;

    RunLengthBuilder(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Sets pixels {@code from} (inclusive) to {@code to}; {@code from} is not before the end of the run before. */
    void set(int from, int to) {
        if (from == to) {
            return;
        }
        if (size == 1) {
            counts[0] = from;
            push(to - from);
        } else if (from == end) {
            counts[size - 1] += to - from;
        } else {
            push(from - end);
            push(to - from);
        }
        end = to;
    }

    RunLengthMask build() {
        int rest = width * height - end;
        if (size == 1) {
            counts[0] = rest;
        } else if (rest > 0) {
            push(rest);
        }
        return RunLengthMask.ofTrusted(Arrays.copyOf(counts, size), width, height);
    }

    private void push(int count) {
        if (size == counts.length) {
            counts = Arrays.copyOf(counts, size * 2);
        }
        counts[size++] = count;
    }
}
