package io.flamemark.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Lights a fire: runs its simulation until the flames stand and keeps some moments of it. */
final class Kindling {

    private static final int MOST_CELLS = 26000;
    private static final int SHEETS = 3;

    private final SplittableRandom random;
    private final Camera camera;

    Kindling(SplittableRandom random, Camera camera) {
        this.random = random;
        this.camera = camera;
    }

    /** A fire on ground given by its height over world x. */
    Fire light(
            int id, Vec3 base, double width, double height, double radiance, double wind, DoubleUnaryOperator ground) {
        double aspect = Fire.SPAN * width / (Fire.RISE * height);
        // No more cells than pixels: far fires are simulated coarsely.
        double seen = camera.focal() * Fire.RISE * height / base.z();
        int rows = (int) Ramp.clamp(Math.min(seen, Math.sqrt(MOST_CELLS / aspect)), 56, 220);
        int columns = (int) Ramp.clamp(rows * aspect, 48, 460);
        double flameCells = rows / Fire.RISE;
        FlameSimulation simulation =
                new FlameSimulation(source(columns), rows, flameCells, wind * 0.012, random.nextLong());
        int settled = (int) (1.15 * flameCells);
        List<FlameSheet> sheets = new ArrayList<>();
        for (int sheet = 0; sheet < SHEETS; sheet++) {
            int steps = sheet == 0 ? settled : 14 + random.nextInt(8);
            for (int i = 0; i < steps; i++) {
                simulation.step();
            }
            sheets.add(new FlameSheet(simulation));
        }
        return new Fire(id, base, width, height, radiance, ground, sheets);
    }

    /** Fuel over the ground: strong in the middle, uneven, never quite apart. */
    private float[] source(int columns) {
        Noise noise = new Noise(random.nextLong());
        float[] strength = new float[columns];
        double half = 0.5 / Fire.SPAN;
        for (int x = 0; x < columns; x++) {
            double off = Math.abs((x + 0.5) / columns - 0.5) / half;
            double body = 1 - Ramp.smooth(0.55, 1, off);
            double uneven = 0.85 + 0.6 * noise.fractal(x * 0.045, 0.5, 3);
            strength[x] = (float) Ramp.clamp(body * uneven * 1.1, 0, 1);
        }
        return strength;
    }
}
