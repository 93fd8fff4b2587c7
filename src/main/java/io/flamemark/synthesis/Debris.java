package io.flamemark.synthesis;

import java.util.SplittableRandom;

/** Heaps of charred branches, with embers between, for the foot of a fire. */
final class Debris {

    private static final int WIDTH = 260;
    private static final int HEIGHT = 70;

    private final SplittableRandom random;

    Debris(SplittableRandom random) {
        this.random = random;
    }

    Sprite heap() {
        Sprite sprite = new Sprite(WIDTH, HEIGHT);
        for (int i = 0; i < 46; i++) {
            double middle = WIDTH * (0.5 + 0.28 * (random.nextDouble() + random.nextDouble() - 1));
            double low = HEIGHT - 4 - random.nextDouble() * HEIGHT * 0.35;
            double lean = (random.nextDouble() - 0.5) * 2;
            double length = 20 + 50 * random.nextDouble();
            double dx = length * (0.5 + 0.5 * random.nextDouble()) * Math.signum(lean);
            double dy = -length * 0.45 * random.nextDouble();
            Rgb bark = new Rgb(0.06, 0.045, 0.035).times(0.4 + 1.2 * random.nextDouble());
            Vec3 normal = new Vec3((random.nextDouble() - 0.5), 0.8, -0.6).unit();
            sprite.stroke(
                    middle - dx / 2,
                    low,
                    middle + dx / 2,
                    low + dy,
                    2 + 4 * random.nextDouble(),
                    bark,
                    normal,
                    0.4 + 0.6 * random.nextDouble());
        }
        return sprite;
    }
}
