package io.flamemark.synthesis;

import java.util.Arrays;

/**
 * The light that falls on the film: radiance and distance a pixel, and how much light of each fire still reaches the
 * camera. Things are painted from far to near.
 */
final class Frame {

    final int width;
    final int height;
    /** Interleaved linear radiance, row-major. */
    final float[] light;
    /** Distance along z in metres; infinite for the sky. */
    final float[] depth;
    /** For each fire, the luminance of its flames as seen, before the lens. */
    final float[][] flames;

    Frame(int width, int height, int fires) {
        this.width = width;
        this.height = height;
        light = new float[3 * width * height];
        depth = new float[width * height];
        flames = new float[fires][width * height];
        Arrays.fill(depth, Float.POSITIVE_INFINITY);
    }

    /** Covers a pixel with a surface. */
    void set(int pixel, Rgb c, double z) {
        light[3 * pixel] = (float) c.r();
        light[3 * pixel + 1] = (float) c.g();
        light[3 * pixel + 2] = (float) c.b();
        depth[pixel] = (float) z;
        dimFlames(pixel, 0);
    }

    /** Covers a part of a pixel; more than half of it makes the pixel as near as the surface. */
    void blend(int pixel, Rgb c, double alpha, double z) {
        veil(pixel, c.times(alpha), alpha);
        if (alpha > 0.5) {
            depth[pixel] = (float) z;
        }
    }

    /** Lets a part of what is behind through and adds light. */
    void veil(int pixel, Rgb added, double alpha) {
        float through = (float) (1 - alpha);
        light[3 * pixel] = light[3 * pixel] * through + (float) added.r();
        light[3 * pixel + 1] = light[3 * pixel + 1] * through + (float) added.g();
        light[3 * pixel + 2] = light[3 * pixel + 2] * through + (float) added.b();
        dimFlames(pixel, through);
    }

    private void dimFlames(int pixel, float through) {
        for (float[] flame : flames) {
            flame[pixel] *= through;
        }
    }
}
