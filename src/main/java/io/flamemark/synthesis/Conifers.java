package io.flamemark.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Grows spruces and pines: a trunk and whorls of drooping boughs set with needles. */
final class Conifers {

    private static final int WIDTH = 230;
    private static final int HEIGHT = 460;
    private static final Rgb BARK = new Rgb(0.11, 0.075, 0.05);
    private static final Rgb DARK = new Rgb(0.018, 0.036, 0.014);
    private static final Rgb FRESH = new Rgb(0.055, 0.085, 0.028);

    private record Bough(double level, double azimuth, double length) {}

    private final SplittableRandom random;

    Conifers(SplittableRandom random) {
        this.random = random;
    }

    /** @param bare share of the trunk without boughs, from the ground */
    Sprite grow(double bare, double spread) {
        Sprite sprite = new Sprite(WIDTH, HEIGHT);
        for (int y = 6; y < HEIGHT; y++) {
            double thick = 0.6 + 5.5 * y / HEIGHT;
            trunkRow(sprite, y, thick);
        }
        List<Bough> boughs = new ArrayList<>();
        double top = 0.985;
        for (double level = top; level > bare; level -= 0.010 + 0.007 * random.nextDouble()) {
            double reach = spread * StrictMath.pow(top - level + 0.012, 0.8) / StrictMath.pow(top - bare, 0.8);
            int count = 4 + random.nextInt(3);
            double turn = random.nextDouble() * 6.3;
            for (int i = 0; i < count; i++) {
                double length = reach * (0.65 + 0.5 * random.nextDouble());
                boughs.add(new Bough(level, turn + i * 6.283 / count + 0.4 * random.nextDouble(), length));
            }
        }
        boughs.sort(Comparator.comparingDouble((Bough b) -> StrictMath.sin(b.azimuth()) * b.length())
                .reversed());
        boughs.forEach(b -> bough(sprite, b));
        return sprite;
    }

    private void trunkRow(Sprite sprite, int y, double thick) {
        for (int x = (int) (WIDTH / 2.0 - thick); x <= WIDTH / 2.0 + thick; x++) {
            double side = (x + 0.5 - WIDTH / 2.0) / thick;
            if (Math.abs(side) <= 1) {
                Rgb bark = BARK.times(0.55 + 0.9 * random.nextDouble());
                sprite.put(x, y, bark, new Vec3(side, 0, -Math.sqrt(1 - side * side)), 0.75, 1);
            }
        }
    }

    private void bough(Sprite sprite, Bough b) {
        double cos = StrictMath.cos(b.azimuth());
        double sin = StrictMath.sin(b.azimuth());
        double tilt = 0.25 - 0.75 * (1 - b.level());
        double length = b.length() * WIDTH / 2;
        int steps = (int) Math.max(3, length / 1.6);
        for (int i = 1; i <= steps; i++) {
            double t = (double) i / steps;
            double x = WIDTH / 2.0 + cos * length * t;
            double y = (1 - b.level()) * HEIGHT + (-tilt * t + 0.55 * t * t) * length * 0.55 + 0.16 * sin * length * t;
            // Inside and below it is dark, at the tips light arrives.
            double open = (0.22 + 0.78 * t) * (sin < 0 ? 1 : 0.7);
            needles(sprite, x, y, cos, sin, t, open, (1.1 - 0.6 * t) * (2.2 + length * 0.05));
        }
    }

    private void needles(Sprite s, double x, double y, double cos, double sin, double t, double open, double size) {
        int count = 3;
        for (int i = 0; i < count; i++) {
            double dx = (random.nextDouble() - 0.5) * 2 * size + cos * 2;
            double dy = (random.nextDouble() * 1.1 - 0.15) * size * 1.25;
            Rgb green = DARK.mix(FRESH, random.nextDouble() * (0.35 + 0.65 * t));
            Vec3 normal = new Vec3(cos + 0.4 * dx / size, 0.55 + 0.5 * random.nextDouble(), sin * 0.8 - 0.3).unit();
            s.stroke(x, y, x + dx, y + dy, 1.15, green, normal, open);
        }
    }
}
