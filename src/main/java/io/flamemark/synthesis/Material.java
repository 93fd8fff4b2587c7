package io.flamemark.synthesis;

/** What a flat panel is made of, by place on it. */
interface Material {

    /**
     * What is seen at a place.
     *
     * @param albedo reflectance
     * @param emission light of its own, or mirrored
     * @param alpha 0 where there is nothing
     * @param normal its direction where it is not that of the panel, else null
     */
    record Surface(Rgb albedo, Rgb emission, double alpha, Vec3 normal) {

        static final Surface NOTHING = new Surface(Rgb.BLACK, Rgb.BLACK, 0, null);

        static Surface dull(Rgb albedo) {
            return new Surface(albedo, Rgb.BLACK, 1, null);
        }
    }

    /** The surface {@code u} metres along and {@code v} metres up. */
    Surface at(double u, double v);
}
