package io.flamemark.synthesis;

/**
 * A car seen from the side, {@link #LENGTH} by {@link #HEIGHT} metres.
 *
 * @param paint colour of the body
 * @param mirrored what its panes and paint mirror
 * @param van whether the cabin reaches the rear
 */
record CarSide(Rgb paint, Rgb mirrored, boolean van) implements Material {

    static final double LENGTH = 4.3;
    static final double HEIGHT = 1.5;
    private static final double FRONT_WHEEL = 0.82;
    private static final double REAR_WHEEL = 3.38;
    private static final double WHEEL = 0.32;

    @Override
    public Surface at(double u, double v) {
        double axle = u < LENGTH / 2 ? FRONT_WHEEL : REAR_WHEEL;
        double wheel = StrictMath.hypot(u - axle, v - WHEEL);
        if (wheel < WHEEL) {
            return wheel(wheel);
        }
        if (wheel < WHEEL + 0.06 && v < 0.72) {
            return Surface.dull(Rgb.grey(0.012));
        }
        double roof = roofAt(u);
        if (v < 0.2 || v > roof || u < 0.05 || u > LENGTH - 0.05) {
            return Surface.NOTHING;
        }
        double cabin = roof - v;
        boolean glass = v > 0.93 && cabin > 0.09 && Math.abs(u - 2.28) > 0.05 && (van || u < 3.6);
        if (glass && u > 1.15 && u < (van ? 4.1 : 3.55)) {
            return new Surface(Rgb.grey(0.02), mirrored.times(0.10 + 0.35 * Ramp.smooth(0.9, 1.4, v)), 1, null);
        }
        return body(u, v, roof);
    }

    /** Height of the outline above the ground. */
    private double roofAt(double u) {
        double bonnet = 0.72 + 0.2 * Ramp.smooth(0.02, 0.9, u);
        double screen = bonnet + (HEIGHT - 0.04 - bonnet) * Ramp.smooth(0.95, 1.75, u);
        double rear = van ? 1 - 0.35 * Ramp.smooth(3.95, 4.35, u) : 1 - 0.36 * Ramp.smooth(2.75, 3.85, u);
        double boot = u > 4.0 && !van ? 0.14 * Ramp.smooth(4.0, 4.3, u) : 0;
        return screen * rear - boot;
    }

    private Surface body(double u, double v, double roof) {
        if (v < 0.28) {
            return Surface.dull(Rgb.grey(0.03));
        }
        if (v > 0.62 && v < 0.74 && u < 0.3) {
            return new Surface(Rgb.grey(0.5), mirrored.times(0.3), 1, null);
        }
        if (v > 0.66 && v < 0.86 && u > LENGTH - 0.24) {
            return Surface.dull(new Rgb(0.4, 0.02, 0.015));
        }
        boolean seam = v > 0.35
                && v < 0.95
                && (Math.abs(u - 1.25) < 0.012 || Math.abs(u - 2.28) < 0.012 || Math.abs(u - 3.3) < 0.012);
        boolean handle = Math.abs(v - 0.82) < 0.02 && (Math.abs(u - 2.1) < 0.09 || Math.abs(u - 3.1) < 0.09);
        double shoulder = Ramp.smooth(0.78, 0.95, v) - 0.9 * Ramp.smooth(0.55, 0.3, v);
        Vec3 normal = new Vec3(0.12 * (u - 2.15) / 2.15, 0.15 + 0.85 * shoulder, -0.9).unit();
        double sheen = 0.03 + 0.14 * Ramp.smooth(0.84, 0.93, v) + 0.2 * Ramp.smooth(0.12, 0, roof - v);
        double dark = seam || handle ? 0.3 : 1;
        return new Surface(paint.times(dark), mirrored.times(sheen * dark), 1, normal);
    }

    private Surface wheel(double distance) {
        if (distance > 0.22) {
            return Surface.dull(Rgb.grey(0.02));
        }
        return Surface.dull(Rgb.grey(distance > 0.19 || distance < 0.06 ? 0.4 : 0.2));
    }
}
