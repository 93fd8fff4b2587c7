package io.flamemark.synthesis;

import java.util.List;
import java.util.SplittableRandom;

/** Lays out a room: floor, walls, ceiling, a window, furniture. */
final class Room {

    private static final double WIDE = 5.6;
    private static final double DEEP = 6.2;
    private static final double HIGH = 2.7;

    private final SceneBuilder scene;
    private final double left;

    private Room(SceneBuilder scene) {
        this.scene = scene;
        left = -WIDE / 2 + scene.between(-0.5, 0.5);
    }

    static Scene lay(SceneSpec spec, SplittableRandom random) {
        Camera camera = new Camera(spec.width(), spec.height(), spec.width() * 0.78, spec.height() * 0.47, 1.45);
        Daylight outside = Daylight.of(spec.time(), 1, random);
        SceneBuilder b = new SceneBuilder(spec, random, camera, indoors(outside, spec.time()));
        Room room = new Room(b);
        room.shell(outside);
        room.furniture();
        return b.build(5, 3);
    }

    private static Daylight indoors(Daylight outside, SceneSpec.Time time) {
        double level = time == SceneSpec.Time.DAY ? 0.75 : time == SceneSpec.Time.DUSK ? 0.3 : 0.07;
        Rgb sky = new Rgb(0.8, 0.8, 0.82).times(level);
        Lighting dim = new Lighting(
                new Vec3(0.6, 0.5, -0.4).unit(),
                sky.times(0.35),
                sky,
                sky.times(0.7),
                List.of(),
                new Haze(Rgb.BLACK, 0));
        return new Daylight(dim, outside.sky(), outside.film(), outside.flame());
    }

    private void shell(Daylight outside) {
        Noise noise = scene.noise;
        Rgb paint = new Rgb(0.62, 0.58, 0.5).mix(new Rgb(0.5, 0.58, 0.6), scene.random.nextDouble());
        Material wall = Materials.plaster(paint, 0.09, noise);
        Rgb oak = new Rgb(0.3, 0.18, 0.09).mix(new Rgb(0.16, 0.09, 0.05), scene.random.nextDouble());
        Vec3 corner = new Vec3(left, 0, 0);
        Vec3 far = new Vec3(left, 0, DEEP);
        scene.panels.add(new Panel(corner, new Vec3(WIDE, 0, 0), new Vec3(0, 0, DEEP), Materials.boards(oak, noise)));
        scene.panels.add(new Panel(
                corner.plus(0, HIGH, 0),
                new Vec3(WIDE, 0, 0),
                new Vec3(0, 0, DEEP),
                Materials.plaster(Rgb.grey(0.7), 0, noise)));
        scene.panels.add(new Panel(corner, new Vec3(0, 0, DEEP), new Vec3(0, HIGH, 0), wall));
        scene.panels.add(new Panel(corner.plus(WIDE, 0, 0), new Vec3(0, 0, DEEP), new Vec3(0, HIGH, 0), wall));
        scene.panels.add(Panel.facing(far, WIDE, HIGH, wall));
        window(outside);
        picture();
        for (double x = left; x <= left + WIDE; x += 0.5) {
            scene.shade.contact(x, DEEP, 0.7, 0.4, noise);
        }
    }

    private void window(Daylight outside) {
        double x = left + scene.between(0.5, 1.2);
        Rgb view = outside.sky().horizon().mix(outside.sky().zenith(), 0.25);
        Vec3 low = new Vec3(x, 0.95, DEEP - 0.03);
        Material frame = Materials.stained(Rgb.grey(0.6), scene.noise);
        scene.panels.add(Panel.facing(low.plus(-0.08, -0.08, 0), 1.56, 1.36, frame));
        for (int i = 0; i < 2; i++) {
            Noise noise = scene.noise;
            Material pane = (u, v) -> {
                double trees = Ramp.smooth(0.35, 0.3, v - 0.25 * noise.fractal(u * 3 + 4, 1, 4));
                return new Material.Surface(Rgb.grey(0.02), view.times(1.05 - 0.85 * trees), 1, null);
            };
            scene.panels.add(Panel.facing(low.plus(i * 0.72, 0, -0.01), 0.68, 1.2, pane));
        }
        Material curtain = Materials.cloth(new Rgb(0.5, 0.42, 0.33), 0.13, scene.noise);
        scene.panels.add(Panel.facing(low.plus(-0.5, -0.75, -0.1), 0.45, 2.2, curtain));
        scene.panels.add(Panel.facing(low.plus(1.45, -0.75, -0.1), 0.45, 2.2, curtain));
        if (scene.spec.time() == SceneSpec.Time.DAY) {
            scene.lamps.add(new PointLight(low.plus(0.7, 0.6, -0.4), view.times(2.4), 0.7));
        }
    }

    private void picture() {
        Vec3 low = new Vec3(left + 3.6, 1.35, DEEP - 0.03);
        scene.panels.add(Panel.facing(low, 0.9, 0.65, Materials.wood(new Rgb(0.1, 0.06, 0.03), scene.noise)));
        Noise noise = scene.noise;
        Rgb land = new Rgb(0.5, 0.3, 0.12);
        Rgb sky = new Rgb(0.12, 0.22, 0.3);
        Material painting = (u, v) -> {
            double upper = Ramp.clamp(v * 2 + noise.fractal(u * 5, v * 5, 4), 0, 1);
            return Material.Surface.dull(land.mix(sky, upper));
        };
        scene.panels.add(Panel.facing(low.plus(0.05, 0.05, -0.01), 0.8, 0.55, painting));
    }

    private void furniture() {
        Noise noise = scene.noise;
        double x = left + scene.between(2.5, 3.0);
        double z = DEEP - 1.15;
        Rgb cloth = scene.chance(0.4) ? new Rgb(0.4, 0.06, 0.03) : new Rgb(0.16, 0.2, 0.26);
        Material sofa = Materials.cloth(cloth, 0.8, noise);
        scene.panels.addAll(Panel.box(new Vec3(x, 0.1, z), 2.1, 0.36, 0.85, sofa));
        scene.panels.addAll(Panel.box(new Vec3(x, 0.4, z + 0.65), 2.1, 0.48, 0.22, sofa));
        scene.panels.addAll(Panel.box(new Vec3(x - 0.2, 0.1, z), 0.22, 0.58, 0.87, sofa));
        scene.panels.addAll(Panel.box(new Vec3(x + 2.08, 0.1, z), 0.22, 0.58, 0.87, sofa));
        for (double sx = x; sx < x + 2.2; sx += 0.5) {
            scene.shade.contact(sx, z, 0.55, 0.75, noise);
        }
        double tx = left + scene.between(0.9, 1.6);
        double tz = 3.5 + scene.between(0, 0.6);
        table(tx, tz);
        Rgb shelfWood = new Rgb(0.2, 0.11, 0.05);
        scene.panels.addAll(Panel.box(new Vec3(left + 0.02, 0, 3.4), 0.35, 1.9, 1.1, Materials.wood(shelfWood, noise)));
        floorLamp();
        fires(x, z, tx, tz);
    }

    private void table(double x, double z) {
        Material wood = Materials.wood(new Rgb(0.26, 0.14, 0.06), scene.noise);
        scene.panels.addAll(Panel.box(new Vec3(x, 0.43, z), 1.2, 0.05, 0.65, wood));
        for (int leg = 0; leg < 4; leg++) {
            Vec3 foot = new Vec3(x + 0.05 + (leg % 2) * 1.05, 0, z + 0.04 + (leg / 2) * 0.52);
            scene.panels.addAll(Panel.box(foot, 0.05, 0.43, 0.05, wood));
        }
        scene.shade.contact(x + 0.35, z + 0.35, 0.6, 0.55, scene.noise);
        scene.shade.contact(x + 0.9, z + 0.35, 0.6, 0.55, scene.noise);
    }

    private void floorLamp() {
        if (scene.spec.time() == SceneSpec.Time.DAY) {
            return;
        }
        Vec3 foot = new Vec3(left + WIDE - 0.35, 0, DEEP - 0.5);
        scene.panels.add(Panel.facing(foot, 0.03, 1.5, Materials.stained(Rgb.grey(0.1), scene.noise)));
        scene.panels.add(Panel.facing(
                foot.plus(-0.17, 1.45, 0),
                0.36,
                0.32,
                (u, v) -> new Material.Surface(
                        Rgb.grey(0.5),
                        new Rgb(2.1, 1.3, 0.6).times(0.6 + 0.5 * (1 - Math.abs(u - 0.18) / 0.18)),
                        1,
                        null)));
        scene.lamps.add(new PointLight(foot.plus(0, 1.5, -0.3), new Rgb(1.9, 1.2, 0.6), 0.3));
    }

    private void fires(double sofaX, double sofaZ, double tableX, double tableZ) {
        int fires = scene.spec.fires();
        int first = scene.random.nextInt(3);
        for (int i = 0; i < fires; i++) {
            switch ((first + i) % 3) {
                case 0 -> burn(new Vec3(sofaX + scene.between(0.5, 1.5), 0.44, sofaZ + 0.4), scene.between(0.7, 1.25));
                case 1 -> burn(new Vec3(tableX + 0.6, 0.48, tableZ + 0.3), scene.between(0.4, 0.75));
                default -> burn(new Vec3(left + 0.7, 0, DEEP - 0.5), scene.between(0.5, 0.9));
            }
        }
    }

    /** A fire whose smoke gathers under the ceiling. */
    private void burn(Vec3 base, double width) {
        double height = width * scene.between(1.0, 1.6);
        scene.burn(base, width, height, 0, x -> base.y());
        double from = base.y() + 0.6 * height;
        scene.smoke.add(new SmokePlume(
                new Vec3(base.x(), from, base.z() + 0.1),
                0.2 * width,
                0.55,
                scene.between(-0.15, 0.15),
                HIGH - from - 0.02,
                1.1 / width,
                Rgb.grey(0.2),
                new Noise(scene.random.nextLong())));
    }
}
