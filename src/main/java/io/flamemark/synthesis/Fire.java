package io.flamemark.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * One burning thing: several slices of flame close behind each other.
 *
 * @param id index into {@link Frame#flames}
 * @param base middle of its foot
 * @param width of the burning ground, metres
 * @param height of the flames, metres
 * @param radiance of its brightest flames
 * @param ground world y of the foot at a world x
 */
record Fire(
        int id,
        Vec3 base,
        double width,
        double height,
        double radiance,
        DoubleUnaryOperator ground,
        List<FlameSheet> sheets) {

    /** The slices span this many times the width of the burning ground, to leave room for flames that lean out. */
    static final double SPAN = 1.7;
    /** The same upwards. */
    static final double RISE = 1.35;

    /** The lights by which it lights its surroundings. */
    List<PointLight> lights() {
        int count = width > 2.5 * height ? 4 : 2;
        double area = 0.45 * width * height;
        Rgb power = Blackbody.colour(0.5).times(1.35 * radiance * area / count);
        List<PointLight> lights = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = base.x() + width * ((i + 0.5) / count - 0.5);
            double y = ground.applyAsDouble(x) + 0.35 * height;
            lights.add(new PointLight(new Vec3(x, y, base.z()), power, 0.35 * Math.min(width / count, height) + 0.1));
        }
        return lights;
    }
}
