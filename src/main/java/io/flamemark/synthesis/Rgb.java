package io.flamemark.synthesis;

/** Linear light in three channels: a reflectance (0 to 1), or a radiance where 1 is about what the film shows white. */
record Rgb(double r, double g, double b) {

    static final Rgb BLACK = new Rgb(0, 0, 0);

    static Rgb grey(double v) {
        return new Rgb(v, v, v);
    }

    Rgb plus(Rgb o) {
        return new Rgb(r + o.r, g + o.g, b + o.b);
    }

    Rgb times(double s) {
        return new Rgb(r * s, g * s, b * s);
    }

    Rgb times(Rgb o) {
        return new Rgb(r * o.r, g * o.g, b * o.b);
    }

    /** This at 0, {@code o} at 1. */
    Rgb mix(Rgb o, double t) {
        return new Rgb(r + t * (o.r - r), g + t * (o.g - g), b + t * (o.b - b));
    }

    /** Rec. 709 luminance. */
    double luminance() {
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }
}
