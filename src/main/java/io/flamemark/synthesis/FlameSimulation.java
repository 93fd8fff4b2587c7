package io.flamemark.synthesis;

/**
 * A slice through a burning column of gas. Velocity is carried along itself, made free of divergence, driven by
 * buoyancy and by vorticity confinement; fuel burns down at a constant rate on its way up. After Stam, "Stable Fluids"
 * (1999), Fedkiw, Stam and Jensen, "Visual Simulation of Smoke" (2001), and the reaction coordinate of Nguyen, Fedkiw
 * and Jensen, "Physically Based Modeling and Animation of Fire" (2002). Row 0 is the ground; lengths in cells.
 */
final class FlameSimulation {

    private static final int PRESSURE_SWEEPS = 18;
    private static final float OVER_RELAXATION = 1.7f;
    private static final float BUOYANCY = 0.30f;
    private static final float DRAG = 0.985f;
    private static final float CONFINEMENT = 0.32f;
    private static final float GUST = 0.11f;
    /** Speed at which the ground gives off gas, cells a step. */
    private static final float INFLOW = 1.1f;

    private final int w;
    private final int h;
    private final float[] strength;
    private final float wind;
    private final float burning;
    private final Noise noise;
    private float[] u;
    private float[] v;
    private float[] fuel;
    private float[] streak;
    private float[] spare;
    private final float[] pressure;
    private final float[] curl;
    private int time;

    /**
     * @param strength how much fuel each column of the ground gives, 0 to 1
     * @param wind sideways force, cells a step squared
     * @param flameHeight wanted height of the flames in cells
     */
    FlameSimulation(float[] strength, int height, double flameHeight, double wind, long seed) {
        w = strength.length;
        h = height;
        this.strength = strength;
        this.wind = (float) wind;
        burning = (float) (2.1 / flameHeight);
        noise = new Noise(seed);
        int n = w * h;
        u = new float[n];
        v = new float[n];
        fuel = new float[n];
        streak = new float[n];
        spare = new float[n];
        pressure = new float[n];
        curl = new float[n];
    }

    int width() {
        return w;
    }

    int height() {
        return h;
    }

    /** One step: feed, push, make incompressible, carry. */
    void step() {
        time++;
        feed();
        push();
        confine();
        project();
        carry();
    }

    /** What burns now: 1 where the gas is fresh, 0 where it is burnt out; a copy. */
    float[] fuel() {
        return fuel.clone();
    }

    /** Brightness variation that the gas carries along from the ground, 0 to 1; a copy. */
    float[] streak() {
        return streak.clone();
    }

    private void feed() {
        for (int x = 1; x < w - 1; x++) {
            double breath = 0.72 + 0.5 * noise.at(x * 0.09, time * 0.05, 3.3);
            float give = (float) Ramp.clamp(strength[x] * breath * 1.25, 0, 1);
            if (give < 0.05f) {
                continue;
            }
            float shine = (float) Ramp.clamp(0.5 + 0.9 * noise.at(x * 0.35, time * 0.16, 8.8), 0, 1);
            for (int y = 0; y < 3; y++) {
                int i = y * w + x;
                fuel[i] = Math.max(fuel[i], give);
                streak[i] = shine;
                v[i] = Math.max(v[i], INFLOW * give);
            }
        }
    }

    private void push() {
        for (int y = 1; y < h - 1; y++) {
            for (int x = 1; x < w - 1; x++) {
                int i = y * w + x;
                float hot = fuel[i];
                v[i] = (v[i] + BUOYANCY * hot) * DRAG;
                u[i] = u[i] * DRAG + wind * (0.3f + hot);
                if (hot > 0.02f) {
                    u[i] += GUST * (float) noise.at(x * 0.07, y * 0.05 - time * 0.09, time * 0.06);
                }
            }
        }
    }

    private void confine() {
        for (int y = 1; y < h - 1; y++) {
            for (int x = 1; x < w - 1; x++) {
                int i = y * w + x;
                curl[i] = 0.5f * (v[i + 1] - v[i - 1] - u[i + w] + u[i - w]);
            }
        }
        for (int y = 2; y < h - 2; y++) {
            for (int x = 2; x < w - 2; x++) {
                int i = y * w + x;
                float gx = 0.5f * (Math.abs(curl[i + 1]) - Math.abs(curl[i - 1]));
                float gy = 0.5f * (Math.abs(curl[i + w]) - Math.abs(curl[i - w]));
                float length = (float) Math.sqrt(gx * gx + gy * gy) + 1e-5f;
                u[i] += CONFINEMENT * gy / length * curl[i];
                v[i] -= CONFINEMENT * gx / length * curl[i];
            }
        }
    }

    /** Gauss-Seidel with over-relaxation; closed at the ground, open to the other sides. */
    private void project() {
        for (int sweep = 0; sweep < PRESSURE_SWEEPS; sweep++) {
            for (int y = 0; y < h - 1; y++) {
                for (int x = 1; x < w - 1; x++) {
                    int i = y * w + x;
                    int below = y == 0 ? i : i - w;
                    float lower = y == 0 ? v[i] : v[i - w];
                    float divergence = 0.5f * (u[i + 1] - u[i - 1] + v[i + w] - lower);
                    float wanted = 0.25f
                            * (pressure[i + 1] + pressure[i - 1] + pressure[i + w] + pressure[below] - divergence);
                    pressure[i] += OVER_RELAXATION * (wanted - pressure[i]);
                }
            }
        }
        for (int y = 1; y < h - 1; y++) {
            for (int x = 1; x < w - 1; x++) {
                int i = y * w + x;
                u[i] -= 0.5f * (pressure[i + 1] - pressure[i - 1]);
                v[i] -= 0.5f * (pressure[i + w] - pressure[i - w]);
            }
        }
    }

    private void carry() {
        float[] nextU = Advection.carry(u, u, v, w, h, spare);
        float[] nextV = Advection.carry(v, u, v, w, h, new float[w * h]);
        float[] nextFuel = Advection.carrySharply(fuel, u, v, w, h);
        float[] nextStreak = Advection.carrySharply(streak, u, v, w, h);
        spare = u;
        u = nextU;
        v = nextV;
        fuel = nextFuel;
        streak = nextStreak;
        for (int i = 0; i < fuel.length; i++) {
            fuel[i] = Math.max(0, fuel[i] - burning);
        }
    }
}
