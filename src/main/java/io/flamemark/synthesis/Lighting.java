package io.flamemark.synthesis;

import java.util.List;

/**
 * Everything that lights a scene: the sun (or moon), the sky above, light from the ground below, fires and lamps.
 *
 * @param toSun direction to the sun, of length 1
 * @param sun radiance of a white surface that faces the sun
 * @param sky the same of one that faces a clear sky
 * @param bounce the same of one that faces the ground
 */
record Lighting(Vec3 toSun, Rgb sun, Rgb sky, Rgb bounce, List<PointLight> lights, Haze haze) {

    Lighting {
        lights = List.copyOf(lights);
    }

    Lighting with(List<PointLight> more) {
        return new Lighting(toSun, sun, sky, bounce, more, haze);
    }

    /**
     * Light reflected by a dull surface.
     *
     * @param sunlit 0 in shadow, 1 in the sun
     * @param open how much of its half-space is free, 0 to 1
     */
    Rgb shade(Rgb albedo, Vec3 normal, Vec3 at, double sunlit, double open) {
        double facing = Math.max(0, normal.dot(toSun)) * sunlit;
        double up = 0.5 + 0.5 * normal.y();
        double r = sun.r() * facing + open * Ramp.mix(bounce.r(), sky.r(), up);
        double g = sun.g() * facing + open * Ramp.mix(bounce.g(), sky.g(), up);
        double b = sun.b() * facing + open * Ramp.mix(bounce.b(), sky.b(), up);
        for (PointLight light : lights) {
            double share = share(light, normal, at) * (0.4 + 0.6 * open);
            r += light.power().r() * share;
            g += light.power().g() * share;
            b += light.power().b() * share;
        }
        return new Rgb(albedo.r() * r, albedo.g() * g, albedo.b() * b);
    }

    /** Light scattered by smoke, which has no side. */
    Rgb scatter(Rgb albedo, Vec3 at, double sunlit) {
        Rgb in = sun.times(0.5 * sunlit).plus(sky.times(0.5)).plus(bounce.times(0.25));
        for (PointLight light : lights) {
            in = in.plus(light.power().times(0.25 / (Math.PI * reach(light, at))));
        }
        return albedo.times(in);
    }

    private static double share(PointLight light, Vec3 normal, Vec3 at) {
        double dx = light.at().x() - at.x();
        double dy = light.at().y() - at.y();
        double dz = light.at().z() - at.z();
        double distance = Math.sqrt(dx * dx + dy * dy + dz * dz) + 1e-6;
        double cosine = (dx * normal.x() + dy * normal.y() + dz * normal.z()) / distance;
        // A fire is wide: a surface turned a little away still sees some of it.
        double wrapped = Math.max(0, (cosine + 0.25) / 1.25);
        return wrapped / (Math.PI * (distance * distance + light.radius() * light.radius()));
    }

    private static double reach(PointLight light, Vec3 at) {
        Vec3 d = light.at().minus(at);
        return d.dot(d) + light.radius() * light.radius();
    }
}
