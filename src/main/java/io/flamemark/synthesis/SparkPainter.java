package io.flamemark.synthesis;

import java.util.SplittableRandom;

/** Paints sparks that fly up from a fire, drawn out by their motion. */
final class SparkPainter {

    private final Frame frame;
    private final Camera camera;
    private final SplittableRandom random;

    SparkPainter(Frame frame, Camera camera, SplittableRandom random) {
        this.frame = frame;
        this.camera = camera;
        this.random = random;
    }

    void paint(Fire fire) {
        double pixels = camera.focal() * fire.height() / fire.base().z();
        int count = (int) Math.min(60, pixels / 6);
        for (int i = 0; i < count; i++) {
            double rise = fire.height() * (0.3 + 1.3 * random.nextDouble() * random.nextDouble());
            double aside = (random.nextDouble() - 0.5) * (0.9 + 0.4 * rise / fire.height());
            double x = fire.base().x() + fire.width() * aside;
            double y = fire.ground().applyAsDouble(x) + rise;
            spark(fire, x, y, pixels);
        }
    }

    private void spark(Fire fire, double x, double y, double pixels) {
        double z = fire.base().z();
        double column = camera.column(x, z);
        double row = camera.row(y, z);
        double streak = 0.5 + pixels * 0.012 * random.nextDouble();
        double lean = (random.nextDouble() - 0.5) * 1.5;
        double power = fire.radiance() * (0.1 + 0.35 * random.nextDouble());
        Rgb glow = Blackbody.colour(0.25 + 0.3 * random.nextDouble()).times(power);
        for (double t = 0; t <= streak; t += 0.5) {
            int px = (int) (column + lean * t);
            int py = (int) (row - t);
            if (px >= 0 && py >= 0 && px < frame.width && py < frame.height) {
                frame.veil(py * frame.width + px, glow.times(0.5), 0);
            }
        }
    }
}
