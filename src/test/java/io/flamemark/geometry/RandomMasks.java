package io.flamemark.geometry;

import java.util.BitSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Masks and polygons for property tests. */
final class RandomMasks {

    private RandomMasks() {}

    /** Any pixels in a small window somewhere in a 20x20 image. */
    static Arbitrary<Mask> masks() {
        Arbitrary<Integer> side = Arbitraries.integers().between(1, 9);
        Arbitrary<Integer> offset = Arbitraries.integers().between(0, 11);
        return Combinators.combine(side, side, offset, offset)
                .flatAs((w, h, x, y) -> Arbitraries.of(true, false)
                        .array(boolean[].class)
                        .ofSize(w * h)
                        .map(set -> mask(x, y, w, h, set)));
    }

    /** Three to eight vertices in and around a 20x20 image; they may cross themselves. */
    static Arbitrary<Polygon> polygons() {
        return Arbitraries.doubles()
                .between(-4, 24)
                .ofScale(2)
                .array(double[].class)
                .ofMinSize(3)
                .ofMaxSize(8)
                .flatMap(xs -> Arbitraries.doubles()
                        .between(-4, 24)
                        .ofScale(2)
                        .array(double[].class)
                        .ofSize(xs.length)
                        .map(ys -> polygon(xs, ys)));
    }

    private static Mask mask(int left, int top, int width, int height, boolean[] set) {
        BitSet bits = new BitSet();
        for (int i = 0; i < set.length; i++) {
            bits.set(i, set[i]);
        }
        return new Mask(left, top, width, height, bits);
    }

    private static Polygon polygon(double[] xs, double[] ys) {
        double[] coordinates = new double[2 * xs.length];
        for (int i = 0; i < xs.length; i++) {
            coordinates[2 * i] = xs[i];
            coordinates[2 * i + 1] = ys[i];
        }
        return Polygon.of(coordinates);
    }
}
