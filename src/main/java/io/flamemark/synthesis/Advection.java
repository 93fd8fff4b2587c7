package io.flamemark.synthesis;

/** Carries a field along a velocity, looking backwards from each cell (semi-Lagrangian; Stam 1999). */
final class Advection {

    private Advection() {}

    /** The field one step later, written to {@code out}. */
    static float[] carry(float[] field, float[] u, float[] v, int w, int h, float[] out) {
        return trace(field, u, v, w, h, -1, out);
    }

    /**
     * The same with the error of the first order taken out (MacCormack; Selle and others 2008) and no new extremes, so
     * that thin tongues stay thin.
     */
    static float[] carrySharply(float[] field, float[] u, float[] v, int w, int h) {
        float[] ahead = trace(field, u, v, w, h, -1, new float[w * h]);
        float[] back = trace(ahead, u, v, w, h, 1, new float[w * h]);
        float[] out = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = y * w + x;
                int corner = corner(x - u[i], y - v[i], w, h);
                float a = field[corner];
                float b = field[corner + 1];
                float c = field[corner + w];
                float d = field[corner + w + 1];
                float low = Math.min(Math.min(a, b), Math.min(c, d));
                float high = Math.max(Math.max(a, b), Math.max(c, d));
                float corrected = ahead[i] + 0.5f * (field[i] - back[i]);
                out[i] = corrected < low ? low : corrected > high ? high : corrected;
            }
        }
        return out;
    }

    private static float[] trace(float[] field, float[] u, float[] v, int w, int h, float dt, float[] out) {
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = y * w + x;
                out[i] = sample(field, x + dt * u[i], y + dt * v[i], w, h);
            }
        }
        return out;
    }

    /** Bilinear; places outside give the nearest cell. */
    static float sample(float[] field, float x, float y, int w, int h) {
        float cx = x < 0 ? 0 : x > w - 1.001f ? w - 1.001f : x;
        float cy = y < 0 ? 0 : y > h - 1.001f ? h - 1.001f : y;
        int i = (int) cy * w + (int) cx;
        float fx = cx - (int) cx;
        float fy = cy - (int) cy;
        float low = field[i] + fx * (field[i + 1] - field[i]);
        float high = field[i + w] + fx * (field[i + w + 1] - field[i + w]);
        return low + fy * (high - low);
    }

    private static int corner(float x, float y, int w, int h) {
        int cx = (int) Math.max(0, Math.min(w - 2, x));
        int cy = (int) Math.max(0, Math.min(h - 2, y));
        return cy * w + cx;
    }
}
