package io.flamemark.synthesis;

import java.util.ArrayList;
import java.util.List;

/**
 * A thing painted once and placed often: reflectance, surface direction, openness and coverage a pixel, with smaller
 * copies for the distance. Row 0 is the top; the foot is the middle of the bottom row.
 */
final class Sprite {

    /** Floats a pixel: red, green, blue, normal x, y, z, openness (all times coverage), coverage. */
    static final int CHANNELS = 8;

    final int width;
    final int height;
    final float[] data;
    private final List<Sprite> smaller = new ArrayList<>();

    Sprite(int width, int height) {
        this.width = width;
        this.height = height;
        data = new float[width * height * CHANNELS];
    }

    /** Covers a pixel, in part where {@code alpha < 1}; places outside are ignored. */
    void put(int x, int y, Rgb albedo, Vec3 normal, double open, double alpha) {
        if (x < 0 || y < 0 || x >= width || y >= height || alpha <= 0) {
            return;
        }
        int i = (y * width + x) * CHANNELS;
        float a = (float) Math.min(1, alpha);
        float[] above = {
            (float) albedo.r(),
            (float) albedo.g(),
            (float) albedo.b(),
            (float) normal.x(),
            (float) normal.y(),
            (float) normal.z(),
            (float) open,
            1
        };
        for (int c = 0; c < CHANNELS; c++) {
            data[i + c] = data[i + c] * (1 - a) + above[c] * a;
        }
    }

    /** A soft-edged stroke. */
    void stroke(double x1, double y1, double x2, double y2, double thick, Rgb albedo, Vec3 normal, double open) {
        double length = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
        int steps = (int) Math.max(1, Math.ceil(length / Math.max(0.5, thick * 0.4)));
        for (int i = 0; i <= steps; i++) {
            double t = (double) i / steps;
            dab(Ramp.mix(x1, x2, t), Ramp.mix(y1, y2, t), thick / 2, albedo, normal, open);
        }
    }

    /** A small disc with a soft rim. */
    void dab(double x, double y, double radius, Rgb albedo, Vec3 normal, double open) {
        int reach = (int) Math.ceil(radius + 0.5);
        for (int j = (int) y - reach; j <= (int) y + reach; j++) {
            for (int i = (int) x - reach; i <= (int) x + reach; i++) {
                double dx = i + 0.5 - x;
                double dy = j + 0.5 - y;
                double alpha = Ramp.clamp(radius + 0.5 - Math.sqrt(dx * dx + dy * dy), 0, 1);
                put(i, j, albedo, normal, open, alpha);
            }
        }
    }

    /** The copy whose pixels are nearest to, and no larger than, {@code scale} screen pixels. */
    Sprite forScale(double screenPixelsPerPixel) {
        Sprite best = this;
        double scale = screenPixelsPerPixel;
        for (int level = 0; scale < 0.7 && best.width > 3 && best.height > 3; level++) {
            if (smaller.size() <= level) {
                smaller.add(best.halved());
            }
            best = smaller.get(level);
            scale *= 2;
        }
        return best;
    }

    private Sprite halved() {
        Sprite half = new Sprite(width / 2, height / 2);
        for (int y = 0; y < half.height; y++) {
            for (int x = 0; x < half.width; x++) {
                int i = (2 * y * width + 2 * x) * CHANNELS;
                for (int c = 0; c < CHANNELS; c++) {
                    float sum = data[i + c] + data[i + CHANNELS + c];
                    int below = i + width * CHANNELS + c;
                    half.data[(y * half.width + x) * CHANNELS + c] =
                            0.25f * (sum + data[below] + data[below + CHANNELS]);
                }
            }
        }
        return half;
    }
}
