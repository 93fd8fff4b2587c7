package io.flamemark.synthesis;

/**
 * The sky by direction: a gradient, the sun with its glow, and clouds lit from the sun's side.
 *
 * @param cover share of the sky under clouds, 0 to 1
 * @param disc radiance of the sun's disc, 0 where it is not to be seen
 * @param stars whether there are any
 */
record Sky(
        Rgb zenith,
        Rgb horizon,
        Rgb cloudLit,
        Rgb cloudShade,
        double cover,
        Vec3 toSun,
        Rgb glow,
        double disc,
        boolean stars,
        Noise noise) {

    Rgb colour(Vec3 ray) {
        double up = Math.max(0, ray.y());
        Rgb clear = horizon.mix(zenith, Ramp.smooth(0, 0.55, Math.sqrt(up) * 0.8));
        double near = Math.max(0, ray.dot(toSun));
        double halo = 0.35 * StrictMath.pow(near, 7) + 0.65 * StrictMath.pow(near, 70);
        clear = clear.plus(glow.times(halo));
        if (stars) {
            clear = clear.plus(star(ray));
        }
        Rgb seen = cover > 0 ? clouded(clear, ray, near) : clear;
        return seen.plus(glow.times(disc * Ramp.smooth(0.9995, 0.9998, near)));
    }

    private Rgb clouded(Rgb clear, Vec3 ray, double near) {
        double scale = 1.3 / (Math.max(0, ray.y()) + 0.09);
        double x = ray.x() * scale;
        double y = ray.z() * scale * 0.9;
        double warp = 0.5 * noise.fractal(x * 0.7 + 5, y * 0.7, 3);
        double thick = noise.fractal(x + warp, y + warp, 5) + 0.5;
        double towards = noise.fractal(x + warp + 0.25 * toSun.x(), y + warp + 0.12, 4) + 0.5;
        double density = Ramp.smooth(1 - cover, 1.35 - cover, thick + 0.12);
        double lit = Ramp.clamp(0.55 + 2.2 * (thick - towards), 0, 1);
        Rgb body = cloudShade.mix(cloudLit, lit).plus(glow.times(0.5 * StrictMath.pow(near, 12)));
        double fade = Ramp.smooth(0.0, 0.09, ray.y());
        return clear.mix(body, density * (0.35 + 0.6 * fade));
    }

    private Rgb star(Vec3 ray) {
        double x = ray.x() / (ray.y() + 0.6) * 90;
        double y = ray.z() / (ray.y() + 0.6) * 90;
        double lit = Ramp.smooth(0.07, 0.01, noise.cells(x, y)) * noise.lattice((int) x, (int) y);
        return new Rgb(0.22, 0.24, 0.3).times(lit * lit);
    }
}
