package io.flamemark.imaging;

/** For each new pixel along one axis: the first old pixel it is made of, and the weights of that and the following. */
final class ScaleAxis {

    private final int[] first;
    private final float[][] weights;

    private ScaleAxis(int[] first, float[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    static ScaleAxis of(int oldSize, int newSize) {
        int[] first = new int[newSize];
        float[][] weights = new float[newSize][];
        double step = (double) oldSize / newSize;
        for (int i = 0; i < newSize; i++) {
            if (step > 1) {
                average(i * step, Math.min(oldSize, (i + 1) * step), i, first, weights);
            } else {
                interpolate((i + 0.5) * step - 0.5, oldSize, i, first, weights);
            }
        }
        return new ScaleAxis(first, weights);
    }

    private static void average(double from, double to, int i, int[] first, float[][] weights) {
        int start = (int) from;
        int end = (int) Math.ceil(to - 1e-9);
        first[i] = start;
        weights[i] = new float[end - start];
        for (int old = start; old < end; old++) {
            double covered = Math.min(to, old + 1) - Math.max(from, old);
            weights[i][old - start] = (float) (covered / (to - from));
        }
    }

    private static void interpolate(double at, int oldSize, int i, int[] first, float[][] weights) {
        double inside = Math.max(0, Math.min(oldSize - 1, at));
        int start = (int) inside;
        float fraction = (float) (inside - start);
        first[i] = start;
        weights[i] = fraction == 0 ? new float[] {1} : new float[] {1 - fraction, fraction};
    }

    int size() {
        return first.length;
    }

    int first(int i) {
        return first[i];
    }

    int taps(int i) {
        return weights[i].length;
    }

    float weight(int i, int k) {
        return weights[i][k];
    }
}
