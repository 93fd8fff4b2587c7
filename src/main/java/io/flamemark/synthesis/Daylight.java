package io.flamemark.synthesis;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Sun, sky, air and exposure of a time of day.
 *
 * @param flame radiance of flames, as exposed at that time
 */
record Daylight(Lighting lighting, Sky sky, Film film, double flame) {

    /** @param murk haze, 1 for a clear day */
    static Daylight of(SceneSpec.Time time, double murk, SplittableRandom random) {
        return switch (time) {
            case DAY -> day(murk, random);
            case DUSK -> dusk(murk, random);
            case NIGHT -> night(murk, random);
        };
    }

    private static Daylight day(double murk, SplittableRandom random) {
        double side = random.nextDouble() < 0.5 ? -1 : 1;
        Vec3 sun = new Vec3(side * (0.35 + 0.5 * random.nextDouble()), 0.55 + 0.3 * random.nextDouble(), -0.35).unit();
        double cover = 0.15 + 0.55 * random.nextDouble();
        double direct = 1.25 - 0.8 * cover;
        Rgb horizon = new Rgb(0.78, 0.86, 0.95).mix(new Rgb(0.82, 0.8, 0.76), 0.15 + 0.6 * random.nextDouble());
        Sky sky = new Sky(
                new Rgb(0.17, 0.34, 0.7),
                horizon,
                Rgb.grey(1.25),
                new Rgb(0.56, 0.6, 0.66),
                cover,
                sun,
                new Rgb(0.2, 0.18, 0.14),
                0,
                false,
                new Noise(random.nextLong()));
        Lighting lighting = new Lighting(
                sun,
                new Rgb(1.65, 1.5, 1.25).times(direct),
                new Rgb(0.55, 0.63, 0.76),
                new Rgb(0.2, 0.18, 0.12),
                List.of(),
                new Haze(horizon.times(0.86), 0.00022 * murk));
        return new Daylight(lighting, sky, new Film(0.92 + 0.25 * random.nextDouble(), 0.012, 1.12), 4.6);
    }

    private static Daylight dusk(double murk, SplittableRandom random) {
        double side = random.nextDouble() - 0.5;
        Vec3 sun = new Vec3(0.9 * side, 0.05 + 0.08 * random.nextDouble(), 1).unit();
        Rgb horizon = new Rgb(0.92, 0.45, 0.2).mix(new Rgb(0.75, 0.4, 0.36), random.nextDouble());
        Sky sky = new Sky(
                new Rgb(0.1, 0.13, 0.26),
                horizon,
                new Rgb(0.95, 0.4, 0.22),
                new Rgb(0.17, 0.14, 0.19),
                0.3 + 0.3 * random.nextDouble(),
                sun,
                new Rgb(1.5, 0.72, 0.24),
                4,
                false,
                new Noise(random.nextLong()));
        Lighting lighting = new Lighting(
                sun,
                new Rgb(0.75, 0.34, 0.13),
                new Rgb(0.5, 0.48, 0.62),
                new Rgb(0.17, 0.13, 0.11),
                List.of(),
                new Haze(horizon.times(0.5).plus(new Rgb(0.05, 0.08, 0.16)), 0.0003 * murk));
        return new Daylight(lighting, sky, new Film(1.25, 0.015, 1.1), 4.4);
    }

    private static Daylight night(double murk, SplittableRandom random) {
        Vec3 moon = new Vec3(random.nextDouble() - 0.5, 0.7, -0.2).unit();
        Rgb low = new Rgb(0.03, 0.036, 0.055).times(0.6 + 0.9 * random.nextDouble());
        Sky sky = new Sky(
                low.times(0.35),
                low,
                low.times(1.5),
                low.times(0.5),
                0.3 * random.nextDouble(),
                moon,
                Rgb.BLACK,
                0,
                true,
                new Noise(random.nextLong()));
        Lighting lighting = new Lighting(
                moon,
                new Rgb(0.1, 0.125, 0.18),
                new Rgb(0.06, 0.075, 0.11),
                new Rgb(0.016, 0.017, 0.02),
                List.of(),
                new Haze(low.times(0.9), 0.0005 * murk));
        return new Daylight(lighting, sky, new Film(1.25, 0.02, 1.05), 5);
    }
}
