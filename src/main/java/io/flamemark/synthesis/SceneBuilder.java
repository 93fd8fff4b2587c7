package io.flamemark.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Collects what a scene is made of while a place is laid out. */
final class SceneBuilder {

    final SceneSpec spec;
    final SplittableRandom random;
    final Camera camera;
    final Daylight daylight;
    final Noise noise;
    final GroundShade shade = new GroundShade();
    final List<Panel> panels = new ArrayList<>();
    final List<Standing> things = new ArrayList<>();
    final List<Fire> fires = new ArrayList<>();
    final List<SmokePlume> smoke = new ArrayList<>();
    final List<TerrainPainter.Scorch> scorches = new ArrayList<>();
    final List<PointLight> lamps = new ArrayList<>();
    /** Null indoors. */
    Terrain terrain;

    private final Kindling kindling;

    SceneBuilder(SceneSpec spec, SplittableRandom random, Camera camera, Daylight daylight) {
        this.spec = spec;
        this.random = random;
        this.camera = camera;
        this.daylight = daylight;
        noise = new Noise(random.nextLong());
        kindling = new Kindling(random.split(), camera);
    }

    double between(double low, double high) {
        return Ramp.mix(low, high, random.nextDouble());
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** Puts a plant on the ground, with its shadow. */
    void plant(Sprite sprite, double x, double z, double height, double colourSpread) {
        double tone = 1 + colourSpread * (random.nextDouble() - 0.5);
        Rgb tint = new Rgb(tone * between(0.9, 1.12), tone, tone * between(0.9, 1.1));
        Vec3 foot = new Vec3(x, terrain.bare(x, z) - 0.006 * height, z);
        Standing plant = new Standing(sprite, foot, height, chance(0.5), tint);
        if (hidesFire(plant)) {
            return;
        }
        things.add(plant);
        if (height > 0.8 && z < 110) {
            Vec3 sun = daylight.lighting().toSun();
            double reach = height * 0.6 / Math.max(0.3, sun.y());
            double wide = plant.width() * 0.36;
            shade.shadow(
                    x - sun.x() * reach,
                    z - sun.z() * reach,
                    wide + 0.4 * reach * Math.abs(sun.x()),
                    wide + 0.4 * reach * Math.abs(sun.z()),
                    0.78,
                    noise);
            shade.contact(x, z, wide * 1.1, 0.55, noise);
        }
    }

    /** Whether a plant would stand in front of more than the foot of a fire. */
    private boolean hidesFire(Standing plant) {
        Vec3 foot = plant.foot();
        double top = camera.row(foot.y() + 0.9 * plant.height(), foot.z());
        for (Fire fire : fires) {
            Vec3 base = fire.base();
            double apart = Math.abs(camera.column(foot.x(), foot.z()) - camera.column(base.x(), base.z()));
            double reach = camera.focal() * (0.42 * plant.width() / foot.z() + 0.6 * fire.width() / base.z());
            if (foot.z() < base.z() && apart < reach && top < camera.row(base.y() + 0.15 * fire.height(), base.z())) {
                return true;
            }
        }
        return false;
    }

    /** Lights a fire on the ground, on scorched earth. */
    void burnGround(double x, double z, double width, double height, double wind) {
        DoubleUnaryOperator ground = gx -> terrain.bare(gx, z) - 0.02 * height;
        burn(new Vec3(x, terrain.bare(x, z), z), width, height, wind, ground);
        scorches.add(new TerrainPainter.Scorch(x, z, width * 0.85, Math.max(width * 0.4, height * 0.35)));
    }

    /** Lights a fire on a thing. */
    void burn(Vec3 base, double width, double height, double wind, DoubleUnaryOperator ground) {
        fires.add(kindling.light(fires.size(), base, width, height, daylight.flame(), wind, ground));
    }

    /** Smoke above the last fire. */
    void smoke(double density, double size, Rgb albedo, double lean) {
        Fire fire = fires.get(fires.size() - 1);
        double radius = 0.36 * Math.min(fire.width(), 2 * fire.height()) * size;
        Vec3 from = fire.base().plus(0, 0.55 * fire.height(), 0.35 * radius);
        double top = between(7, 11) * Math.max(fire.height(), radius);
        smoke.add(
                new SmokePlume(from, radius, 0.28, lean, top, density / radius, albedo, new Noise(random.nextLong())));
    }

    Scene build(double focus, double aperture) {
        List<PointLight> lights = new ArrayList<>(lamps);
        fires.forEach(f -> lights.addAll(f.lights()));
        return new Scene(
                camera,
                daylight.sky(),
                Optional.ofNullable(terrain),
                daylight.lighting().with(lights),
                shade,
                panels,
                things,
                fires,
                smoke,
                scorches,
                new Lens(focus, aperture),
                daylight.film());
    }
}
