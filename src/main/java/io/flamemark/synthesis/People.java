package io.flamemark.synthesis;

import java.util.SplittableRandom;

/** Draws standing people, in bright jackets such as helpers at a fire wear. */
final class People {

    private static final int WIDTH = 90;
    private static final int HEIGHT = 200;
    private static final Rgb[] JACKETS = {
        new Rgb(0.7, 0.2, 0.02), new Rgb(0.6, 0.05, 0.03), new Rgb(0.62, 0.5, 0.04), new Rgb(0.06, 0.09, 0.2)
    };
    private static final Rgb SKIN = new Rgb(0.36, 0.2, 0.13);

    private final SplittableRandom random;

    People(SplittableRandom random) {
        this.random = random;
    }

    Sprite stand() {
        Sprite sprite = new Sprite(WIDTH, HEIGHT);
        Rgb jacket = JACKETS[random.nextInt(JACKETS.length)];
        Rgb trousers = new Rgb(0.04, 0.05, 0.07).times(0.6 + random.nextDouble());
        double stance = 5 + 6 * random.nextDouble();
        for (int side = -1; side <= 1; side += 2) {
            limb(sprite, 45 + side * 8, 102, 45 + side * stance, 190, 17, trousers);
            limb(sprite, 45 + side * stance, 192, 45 + side * (stance + 3), 195, 11, Rgb.grey(0.02));
        }
        limb(sprite, 45, 52, 45, 100, 34, jacket);
        for (int side = -1; side <= 1; side += 2) {
            double elbow = 45 + side * (23 + 5 * random.nextDouble());
            double hand = 45 + side * (12 + 14 * random.nextDouble());
            limb(sprite, 45 + side * 17, 48, elbow, 76, 11, jacket.times(0.85));
            limb(sprite, elbow, 76, hand, 98, 9, jacket.times(0.8));
            limb(sprite, hand, 98, hand, 103, 7, SKIN);
        }
        limb(sprite, 45, 30, 45, 36, 9, SKIN);
        limb(sprite, 45, 20, 45, 25, 17, SKIN);
        limb(sprite, 45, 14, 45, 16, 18, Rgb.grey(0.04).plus(new Rgb(0.05, 0.02, 0)));
        return sprite;
    }

    /** A round limb, with folds across. */
    private void limb(Sprite sprite, double x1, double y1, double x2, double y2, double thick, Rgb colour) {
        for (double side = -1; side <= 1; side += 2 / thick) {
            double fold = 0.75 + 0.45 * random.nextDouble();
            Vec3 normal = new Vec3(side, 0.15, -Math.sqrt(Math.max(0, 1 - side * side))).unit();
            double off = side * thick / 2;
            sprite.stroke(x1 + off, y1, x2 + off, y2, 2.2, colour.times(fold), normal, 1 - 0.35 * Math.abs(side));
        }
    }
}
