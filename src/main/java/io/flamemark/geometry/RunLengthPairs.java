package io.flamemark.geometry;

/** Walks two run lists of the same image together, over the stretches where neither changes. */
final class RunLengthPairs {

    private RunLengthPairs() {}

    /** Called for each stretch {@code from} (inclusive) to {@code to} with both lists' values there. */
    interface Visitor {
        void stretch(int from, int to, boolean a, boolean b);
    }

    static void walk(int[] a, int[] b, Visitor visitor) {
        int i = 0;
        int j = 0;
        int endA = a[0];
        int endB = b[0];
        int at = 0;
        while (i < a.length && j < b.length) {
            int end = Math.min(endA, endB);
            if (end > at) {
                visitor.stretch(at, end, i % 2 == 1, j % 2 == 1);
                at = end;
            }
            if (endA == end && ++i < a.length) {
                endA += a[i];
            }
            if (endB == end && ++j < b.length) {
                endB += b[j];
            }
        }
    }
}
