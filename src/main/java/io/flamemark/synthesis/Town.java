package io.flamemark.synthesis;

import java.util.SplittableRandom;

/** Lays out a street: houses behind a road that crosses the view, cars, lamps, trees. */
final class Town {

    private static final double HOUSE_LINE = 24;
    private static final double KERB = 15.5;
    private static final Rgb[] PAINTS = {
        new Rgb(0.45, 0.02, 0.015),
        new Rgb(0.5, 0.5, 0.5),
        new Rgb(0.03, 0.03, 0.035),
        new Rgb(0.05, 0.1, 0.25),
        new Rgb(0.55, 0.12, 0.02),
        new Rgb(0.25, 0.27, 0.28)
    };

    private final SceneBuilder scene;
    private final boolean night;

    private Town(SceneBuilder scene) {
        this.scene = scene;
        night = scene.spec.time() == SceneSpec.Time.NIGHT;
    }

    static Scene street(SceneSpec spec, SplittableRandom random) {
        Camera camera = new Camera(
                spec.width(), spec.height(), spec.width() * 1.1, spec.height() * 0.60, 1.6 + 1.2 * random.nextDouble());
        SceneBuilder b = new SceneBuilder(spec, random, camera, Daylight.of(spec.time(), 5, random));
        b.terrain = new Terrain(0, 40, 200, 60, 0.6, Terrain.Cover.GRASS, new Road(true, 13, 3.2, 0), b.noise);
        Town town = new Town(b);
        town.houses();
        town.cars();
        town.lamps();
        town.greenery();
        return b.build(20, 8);
    }

    private void houses() {
        Houses houses = new Houses(scene, night ? 0.45 : scene.spec.time() == SceneSpec.Time.DUSK ? 0.25 : 0);
        double x = -14 + scene.between(-2, 1);
        int fires = scene.spec.fires();
        for (int i = 0; i < 3; i++) {
            double width = scene.between(7.5, 10.5);
            int floors = 1 + scene.random.nextInt(2);
            double z = HOUSE_LINE + scene.between(0, 3);
            boolean burns = fires > 0 && i == 1;
            int columns = (int) Math.max(2, Math.round(width / 2.7));
            int column = scene.random.nextInt(columns);
            double windowU = (column + 0.5) * width / columns;
            boolean roof = scene.chance(0.5);
            double eaves = houses.build(x, z, width, scene.between(7, 9), floors, burns && !roof ? windowU : -1);
            if (burns) {
                double foot = roof ? eaves + 0.5 : (floors - 1) * 2.9 + 0.95;
                Vec3 base = new Vec3(x + windowU, foot, roof ? z + 0.6 : z - 0.35);
                double size = roof ? scene.between(3, 4.6) : scene.between(1.7, 2.5);
                scene.burn(base, size, size * scene.between(0.9, 1.3), scene.between(-1, 1), gx -> foot);
                scene.smoke(2.0, 1.1, Rgb.grey(scene.between(0.12, 0.4)), scene.between(-0.35, 0.35));
            }
            x += width + scene.between(1.5, 4);
        }
    }

    private void greenery() {
        Plants plants = new Plants(scene.random, scene.chance(scene.spec.fires() == 0 ? 0.7 : 0.3), false);
        for (int i = 0; i < 60; i++) {
            double z = scene.between(36, 90);
            double x = scene.camera.worldX(scene.between(-0.1, 1.1) * scene.camera.width(), z);
            Sprite tree = Plants.any(scene.chance(0.4) ? plants.conifers : plants.broadleaves, scene.random);
            scene.plant(tree, x, z, scene.between(7, 13), 0.4);
        }
        for (int i = 0; i < 16; i++) {
            double x = scene.between(-14, 14);
            scene.plant(
                    Plants.any(plants.shrubs, scene.random),
                    x,
                    scene.between(18.5, 22.5),
                    scene.between(0.7, 1.5),
                    0.4);
        }
        for (int i = 0; i < 2; i++) {
            double x = scene.between(5, 11) * (i == 0 ? -1 : 1);
            scene.plant(
                    Plants.any(plants.broadleaves, scene.random),
                    x,
                    scene.between(17.6, 20),
                    scene.between(5, 7.5),
                    0.3);
        }
        for (int i = scene.random.nextInt(3); i > 0; i--) {
            Sprite person = new People(scene.random).stand();
            scene.plant(person, scene.between(-7, 7), scene.between(16.8, 18.5), scene.between(1.65, 1.9), 0.1);
        }
        for (int i = 0; i < 240; i++) {
            double x = scene.between(-14, 14);
            double z = scene.chance(0.5) ? scene.between(17.5, 23) : scene.between(5, 9);
            scene.plant(Plants.any(plants.grasses, scene.random), x, z, scene.between(0.1, 0.25), 0.4);
        }
    }

    private void lamps() {
        Material pole = Materials.stained(Rgb.grey(0.12), scene.noise);
        for (double x = -10 + scene.between(0, 4); x < 14; x += 11) {
            Vec3 foot = new Vec3(x, 0, KERB + 1.6);
            scene.panels.add(Panel.facing(foot, 0.13, 5.4, pole));
            scene.panels.add(Panel.facing(foot.plus(0.1, 5.25, 0), 0.9, 0.08, pole));
            boolean on = scene.spec.time() != SceneSpec.Time.DAY;
            Rgb light = on ? new Rgb(4.5, 3.0, 1.25) : Rgb.grey(0.4);
            scene.panels.add(Panel.facing(foot.plus(0.65, 5.12, -0.02), 0.5, 0.14, Materials.shining(light)));
            if (on) {
                double power = night ? 9 : 2;
                scene.lamps.add(new PointLight(foot.plus(0.9, 5, -0.3), new Rgb(3.2, 2.0, 0.85).times(power), 0.6));
            }
        }
    }

    private void cars() {
        double x = -11 + scene.between(0, 3);
        int burning = scene.spec.fires() > 1 ? scene.random.nextInt(3) : -1;
        for (int i = 0; i < 4; i++) {
            if (scene.chance(0.75) || i == burning) {
                Rgb mirrored = scene.daylight.sky().horizon();
                Rgb paint = PAINTS[i == 1 ? 0 : scene.random.nextInt(PAINTS.length)];
                double z = KERB - 0.6;
                CarSide car = new CarSide(paint, mirrored, scene.chance(0.3));
                scene.panels.add(Panel.facing(new Vec3(x, 0.01, z), CarSide.LENGTH, CarSide.HEIGHT, car));
                scene.shade.contact(x + 1, z + 0.4, 1.3, 0.85, scene.noise);
                scene.shade.contact(x + 3.2, z + 0.4, 1.3, 0.85, scene.noise);
                if (i == burning) {
                    burnCar(x, z);
                }
            }
            x += CarSide.LENGTH + scene.between(0.8, 3.5);
        }
        if (scene.spec.fires() > 2) {
            double place = scene.chance(0.5) ? -3.3 : 3.3;
            scene.burn(new Vec3(place, 0, 9.2), 0.9, 1.2, 0, gx -> 0);
            scene.smoke(1.2, 0.8, Rgb.grey(0.3), 0.1);
        }
    }

    private void burnCar(double x, double z) {
        double foot = 0.85;
        scene.burn(new Vec3(x + 1.2, foot, z - 0.1), 1.9, scene.between(1.6, 2.4), scene.between(-1, 1), gx -> foot);
        scene.smoke(2.4, 0.9, Rgb.grey(0.12), scene.between(-0.3, 0.3));
    }
}
