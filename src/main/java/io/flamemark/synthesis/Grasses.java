package io.flamemark.synthesis;

import java.util.SplittableRandom;

/** Grows tufts of grass: bent blades from one root. */
final class Grasses {

    private static final int WIDTH = 150;
    private static final int HEIGHT = 90;

    private final SplittableRandom random;

    Grasses(SplittableRandom random) {
        this.random = random;
    }

    Sprite grow(Rgb dark, Rgb pale, int blades) {
        Sprite sprite = new Sprite(WIDTH, HEIGHT);
        for (int i = 0; i < blades; i++) {
            double x = WIDTH / 2.0 + (random.nextDouble() + random.nextDouble() - 1) * WIDTH * 0.38;
            double lean = (random.nextDouble() - 0.5) * 46 + (x - WIDTH / 2.0) * 0.3;
            double tall = HEIGHT * (0.3 + 0.65 * random.nextDouble());
            blade(sprite, x, lean, tall, dark.mix(pale, random.nextDouble()).times(0.7 + 0.6 * random.nextDouble()));
        }
        return sprite;
    }

    private void blade(Sprite sprite, double x, double lean, double tall, Rgb colour) {
        Vec3 normal = new Vec3((random.nextDouble() - 0.5) * 1.4, 0.8, -0.5).unit();
        double px = x;
        double py = HEIGHT - 1;
        for (int i = 1; i <= 6; i++) {
            double t = i / 6.0;
            double nx = x + lean * t * t;
            double ny = HEIGHT - 1 - tall * (t - 0.15 * t * t);
            sprite.stroke(px, py, nx, ny, 1.6 * (1.1 - t), colour, normal, 0.3 + 0.7 * t);
            px = nx;
            py = ny;
        }
    }
}
