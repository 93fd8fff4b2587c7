package io.flamemark.synthesis;

/**
 * The lie of the land and what grows on it: height, share of forest, colour of the ground.
 *
 * @param roughness height of the small undulations near the camera, metres
 * @param hills height of the hills, metres
 * @param hillSize their breadth, metres
 * @param hillStart distance where they begin, metres
 * @param forest share of the far land under trees, 0 to 1
 * @param cover what the ground is made of
 * @param road the road, if one runs through
 */
record Terrain(
        double roughness,
        double hills,
        double hillSize,
        double hillStart,
        double forest,
        Cover cover,
        Road road,
        Noise noise) {

    private static final double CANOPY_FROM = 130;
    private static final Rgb LEAVES_DARK = new Rgb(0.045, 0.075, 0.022);
    private static final Rgb LEAVES_FRESH = new Rgb(0.09, 0.1, 0.03);

    /** What the ground is made of, near the camera. */
    enum Cover {
        GRASS(new Rgb(0.075, 0.115, 0.03), new Rgb(0.22, 0.18, 0.085)),
        DRY_GRASS(new Rgb(0.15, 0.14, 0.055), new Rgb(0.34, 0.27, 0.13)),
        LITTER(new Rgb(0.06, 0.05, 0.025), new Rgb(0.17, 0.105, 0.05));

        private final Rgb dark;
        private final Rgb pale;

        Cover(Rgb dark, Rgb pale) {
            this.dark = dark;
            this.pale = pale;
        }
    }

    /** Height of the ground, with the tops of far trees. */
    double height(double x, double z) {
        double y = bare(x, z);
        if (z > CANOPY_FROM && forest > 0) {
            double trees = wooded(x, z) * Ramp.smooth(CANOPY_FROM, CANOPY_FROM + 60, z);
            if (trees > 0.02) {
                y += trees * (7 - 6 * noise.cells(x * 0.16, z * 0.16) + 2 * noise.at(x * 0.5, z * 0.5));
            }
        }
        return y;
    }

    /** Height of the soil. */
    double bare(double x, double z) {
        double y = roughness * Ramp.smooth(3, 14, z) * 2 * noise.fractal(x * 0.06, z * 0.06, 3);
        double rise = Ramp.smooth(hillStart, hillStart + 2.2 * hillSize, z);
        if (rise > 0 && hills > 0) {
            double broad = noise.fractal(x / hillSize + 7.1, z / hillSize, 5);
            double ridge = 1 - 2 * Math.abs(noise.fractal(x / hillSize * 0.8, z / hillSize * 0.8 + 3.3, 4));
            y += rise * hills * (0.42 + 0.85 * broad + 0.42 * ridge + 0.22 * rise * Math.min(z / hillSize, 12) / 4);
        }
        return y;
    }

    /** How much the place is wooded, 0 to 1. */
    double wooded(double x, double z) {
        double patch = noise.fractal(x * 0.009 + 40, z * 0.006, 4) + 0.5;
        return Ramp.smooth(1 - forest - 0.06, 1 - forest + 0.06, patch);
    }

    /** Reflectance of the ground, with detail no finer than the pixel at that distance. */
    Rgb albedo(double x, double z) {
        if (road != null && road.covers(x, z)) {
            return road.albedo(x, z, noise);
        }
        double tone = 0.5 + 0.9 * noise.fractal(x * 0.11, z * 0.11, 4);
        double tuft = 0.35 * noise.fractal(x * 1.3, z * 0.8, 3);
        double clump = 0.55 * noise.fractal(x * 4.1 + 3 * tuft, z * 1.7 + 3 * tuft, 3) * Ramp.smooth(160, 20, z);
        double fine = z < 40 ? 0.8 * noise.fractal(x * 17 + 4 * clump, z * 9, 2) * Ramp.smooth(40, 8, z) : 0;
        double grain = z < 14 ? 0.6 * noise.at(x * 61 + 9 * fine, z * 33) * Ramp.smooth(14, 4, z) : 0;
        Rgb soil = cover.dark
                .mix(cover.pale, Ramp.clamp(tone + tuft, 0, 1))
                .times(Math.max(0.25, 1 + clump + fine + grain));
        if (z <= CANOPY_FROM || forest <= 0) {
            return soil;
        }
        double crowns = Math.max(0.25, 1.25 - 1.1 * noise.cells(x * 0.16, z * 0.16));
        Rgb leaves = LEAVES_DARK.mix(LEAVES_FRESH, noise.lattice((int) (x / 7), (int) (z / 7)));
        return soil.mix(leaves.times(crowns), wooded(x, z));
    }
}
