package io.flamemark.synthesis;

/** What glass does to light: slight softness, glow around bright things, less sharpness away from the focus. */
final class Lens {

    private static final double[] GLOW_SIZES = {0.004, 0.014, 0.05};
    private static final double[] GLOW_SHARES = {0.05, 0.035, 0.03};

    private final double focus;
    private final double aperture;

    /**
     * @param focus distance of what is sharp, metres
     * @param aperture blur of the infinitely far in pixels per 1/metre of focus error
     */
    Lens(double focus, double aperture) {
        this.focus = focus;
        this.aperture = aperture;
    }

    void apply(Frame frame) {
        soften(frame);
        float[] glow = new float[frame.light.length];
        for (int i = 0; i < GLOW_SIZES.length; i++) {
            int radius = (int) Math.max(1, Math.round(GLOW_SIZES[i] * frame.width));
            float[] wide = Blur.gaussian(frame.light, frame.width, frame.height, radius);
            for (int p = 0; p < glow.length; p++) {
                glow[p] += (float) GLOW_SHARES[i] * wide[p];
            }
        }
        double kept = 1 - GLOW_SHARES[0] - GLOW_SHARES[1] - GLOW_SHARES[2];
        for (int p = 0; p < glow.length; p++) {
            frame.light[p] = (float) (kept * frame.light[p] + glow[p]);
        }
    }

    private void soften(Frame frame) {
        float[] slight = Blur.binomial(frame.light, frame.width, frame.height);
        int radius = (int) Math.max(1, Math.round(aperture / focus));
        float[] wide = Blur.gaussian(slight, frame.width, frame.height, radius);
        for (int i = 0; i < frame.depth.length; i++) {
            double error = Math.abs(1 / focus - 1 / Math.min(frame.depth[i], 1e6)) * focus;
            float share = (float) Ramp.smooth(0.1, 1, error);
            for (int c = 3 * i; c < 3 * i + 3; c++) {
                float sharp = 0.75f * frame.light[c] + 0.25f * slight[c];
                frame.light[c] = sharp + share * (wide[c] - sharp);
            }
        }
    }
}
