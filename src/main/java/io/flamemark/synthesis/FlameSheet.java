package io.flamemark.synthesis;

import java.util.ArrayDeque;

/**
 * A moment of a {@link FlameSimulation}, without the scraps of flame that lost touch with the ground: those would make
 * the outline of the fire a matter of taste.
 */
final class FlameSheet {

    private static final float VISIBLE = 0.04f;

    private final int w;
    private final int h;
    private final float[] fuel;
    private final float[] streak;

    FlameSheet(FlameSimulation simulation) {
        w = simulation.width();
        h = simulation.height();
        fuel = attachedOnly(simulation.fuel(), w, h);
        streak = simulation.streak();
    }

    /** Fresh fuel at a place, 0 to 1; {@code u} and {@code v} are shares of width and height, v upwards. */
    double fuel(double u, double v) {
        return sample(fuel, u, v);
    }

    /** Brightness of the strand of gas at a place, 0 to 1. */
    double streak(double u, double v) {
        return sample(streak, u, v);
    }

    private double sample(float[] field, double u, double v) {
        if (u < 0 || u > 1 || v < 0 || v > 1) {
            return 0;
        }
        return Advection.sample(field, (float) (u * (w - 1)), (float) (v * (h - 1)), w, h);
    }

    private static float[] attachedOnly(float[] fuel, int w, int h) {
        float[] out = new float[w * h];
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int x = 0; x < 5 * w; x++) {
            visit(x, fuel, out, open);
        }
        while (!open.isEmpty()) {
            int i = open.pop();
            int x = i % w;
            if (x > 0) {
                visit(i - 1, fuel, out, open);
            }
            if (x < w - 1) {
                visit(i + 1, fuel, out, open);
            }
            if (i >= w) {
                visit(i - w, fuel, out, open);
            }
            if (i < w * (h - 1)) {
                visit(i + w, fuel, out, open);
            }
        }
        return out;
    }

    private static void visit(int i, float[] fuel, float[] out, ArrayDeque<Integer> open) {
        if (fuel[i] > VISIBLE && out[i] == 0) {
            out[i] = fuel[i];
            open.push(i);
        }
    }
}
