package io.flamemark.synthesis;

/** Blurs of interleaved three-channel light. */
final class Blur {

    private Blur() {}

    /** The 3 x 3 binomial filter. */
    static float[] binomial(float[] light, int w, int h) {
        float[] across = new float[light.length];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                for (int c = 0; c < 3; c++) {
                    int row = 3 * y * w + c;
                    across[row + 3 * x] = 0.5f * light[row + 3 * x]
                            + 0.25f * (light[row + 3 * Math.max(0, x - 1)] + light[row + 3 * Math.min(w - 1, x + 1)]);
                }
            }
        }
        float[] out = new float[light.length];
        for (int y = 0; y < h; y++) {
            int up = 3 * Math.max(0, y - 1) * w;
            int down = 3 * Math.min(h - 1, y + 1) * w;
            for (int x = 0; x < 3 * w; x++) {
                out[3 * y * w + x] = 0.5f * across[3 * y * w + x] + 0.25f * (across[up + x] + across[down + x]);
            }
        }
        return out;
    }

    /** Nearly Gaussian: three running means of the given radius each way. */
    static float[] gaussian(float[] light, int w, int h, int radius) {
        float[] a = light.clone();
        float[] b = new float[light.length];
        for (int pass = 0; pass < 3; pass++) {
            for (int y = 0; y < h; y++) {
                for (int c = 0; c < 3; c++) {
                    mean(a, b, 3 * y * w + c, 3, w, radius);
                }
            }
            for (int x = 0; x < 3 * w; x++) {
                mean(b, a, x, 3 * w, h, radius);
            }
        }
        return a;
    }

    private static void mean(float[] in, float[] out, int start, int stride, int n, int radius) {
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += in[start + stride * Math.max(0, Math.min(n - 1, i))];
        }
        double scale = 1.0 / (2 * radius + 1);
        for (int i = 0; i < n; i++) {
            out[start + stride * i] = (float) (sum * scale);
            sum += in[start + stride * Math.min(n - 1, i + radius + 1)] - in[start + stride * Math.max(0, i - radius)];
        }
    }
}
