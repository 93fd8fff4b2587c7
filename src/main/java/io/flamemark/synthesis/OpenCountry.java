package io.flamemark.synthesis;

import java.util.SplittableRandom;

/** Lays out hills, forest and field. */
final class OpenCountry {

    private static final int PLACES_TRIED = 40;

    private final SceneBuilder scene;
    private final Plants plants;
    private final boolean autumn;

    private OpenCountry(SceneBuilder scene, boolean autumn, boolean dry) {
        this.scene = scene;
        this.autumn = autumn;
        plants = new Plants(scene.random, autumn, dry);
    }

    static Scene hills(SceneSpec spec, SplittableRandom random) {
        double murk = 0.8 + 1.6 * random.nextDouble();
        Camera camera = new Camera(
                spec.width(), spec.height(), spec.width() * 1.15, spec.height() * 0.36, 9 + 6 * random.nextDouble());
        SceneBuilder b = new SceneBuilder(spec, random, camera, Daylight.of(spec.time(), murk, random));
        boolean dry = b.chance(0.6);
        b.terrain = new Terrain(
                1.2,
                b.between(120, 200),
                b.between(260, 420),
                60,
                b.between(0.4, 0.62),
                dry ? Terrain.Cover.DRY_GRASS : Terrain.Cover.GRASS,
                null,
                b.noise);
        OpenCountry country = new OpenCountry(b, spec.fires() == 0 && b.chance(0.4), dry);
        country.hillFires();
        country.grass(13, 60, 700);
        country.scrub(20, 200, 260);
        country.woods(45, 420, 900, 5, 15);
        return b.build(120, 30);
    }

    static Scene forest(SceneSpec spec, SplittableRandom random) {
        Camera camera = new Camera(
                spec.width(), spec.height(), spec.width() * 0.95, spec.height() * 0.52, 1.6 + random.nextDouble());
        SceneBuilder b = new SceneBuilder(spec, random, camera, Daylight.of(spec.time(), 6, random));
        b.terrain = new Terrain(0.6, 40, 160, 60, 0.9, Terrain.Cover.LITTER, null, b.noise);
        OpenCountry country = new OpenCountry(b, spec.fires() == 0 ? b.chance(0.75) : b.chance(0.2), false);
        country.nearFires(8, 15, 1.7, 3.6);
        country.stand();
        country.grass(4, 22, 120);
        return b.build(12, 18);
    }

    static Scene field(SceneSpec spec, SplittableRandom random) {
        Camera camera = new Camera(
                spec.width(),
                spec.height(),
                spec.width() * 1.05,
                spec.height() * 0.40,
                1.7 + 0.8 * random.nextDouble());
        SceneBuilder b = new SceneBuilder(spec, random, camera, Daylight.of(spec.time(), 3, random));
        boolean dry = b.chance(0.65);
        b.terrain = new Terrain(
                0.5,
                b.between(30, 90),
                b.between(200, 380),
                90,
                b.between(0.4, 0.6),
                dry ? Terrain.Cover.DRY_GRASS : Terrain.Cover.GRASS,
                b.chance(0.35) ? new Road(false, b.between(-4, 4), 1.9, b.between(-0.004, 0.004)) : null,
                b.noise);
        OpenCountry country = new OpenCountry(b, b.chance(spec.fires() == 0 ? 0.6 : 0.2), dry);
        country.nearFires(6, 13, 1.2, 3.0);
        country.people();
        country.scrub(16, 90, 60);
        country.woods(38, 170, 150, 5, 12);
        country.grass(3.2, 45, 1100);
        return b.build(12, 14);
    }

    /** Trees over the land, where the terrain is wooded. */
    private void woods(double from, double to, int tries, double low, double high) {
        for (int i = 0; i < tries; i++) {
            double z = from * StrictMath.pow(to / from, scene.random.nextDouble());
            double x = scene.camera.worldX(scene.between(-0.1, 1.1) * scene.camera.width(), z);
            if (scene.terrain.wooded(x, z) > 0.4) {
                tree(x, z, scene.between(low, high));
            }
        }
    }

    /** Single shrubs and young trees, more of them near the woods. */
    private void scrub(double from, double to, int tries) {
        for (int i = 0; i < tries; i++) {
            double z = from * StrictMath.pow(to / from, scene.random.nextDouble());
            double x = scene.camera.worldX(scene.between(-0.05, 1.05) * scene.camera.width(), z);
            double wooded = scene.terrain.wooded(x, z);
            if (wooded > 0.05 || scene.chance(0.3)) {
                boolean young = scene.chance(0.25);
                Sprite sprite = Plants.any(young ? plants.conifers : plants.shrubs, scene.random);
                scene.plant(sprite, x, z, scene.between(0.7, young ? 4.5 : 2.4), 0.5);
            }
        }
    }

    private void tree(double x, double z, double height) {
        boolean conifer = scene.noise.fractal(x * 0.01, z * 0.01 + 77, 3) > (autumn ? 0.2 : -0.1);
        Sprite sprite = Plants.any(conifer ? plants.conifers : plants.broadleaves, scene.random);
        scene.plant(sprite, x, z, height, 0.5);
    }

    /** A stand of trees around a glade. */
    private void stand() {
        for (int i = 0; i < 330; i++) {
            double z = 8 * StrictMath.pow(12, scene.random.nextDouble());
            double x = scene.camera.worldX(scene.between(-0.2, 1.2) * scene.camera.width(), z);
            boolean glade = Math.abs(x) < 4.2 && z < 22;
            if (!glade) {
                tree(x, z, scene.between(10, 19));
            }
            if (i % 4 == 0 && !(Math.abs(x) < 3 && z < 18)) {
                scene.plant(Plants.any(plants.shrubs, scene.random), x + 1, z - 0.5, scene.between(0.6, 1.7), 0.4);
            }
        }
    }

    private void people() {
        int count = scene.spec.fires() == 0 ? 2 + scene.random.nextInt(2) : scene.random.nextInt(2);
        for (int i = 0; i < count; i++) {
            double z = scene.between(11, 24);
            double x = scene.camera.worldX(scene.between(0.08, 0.92) * scene.camera.width(), z);
            scene.plant(new People(scene.random).stand(), x, z, scene.between(1.65, 1.9), 0.1);
        }
    }

    private void grass(double from, double to, int tufts) {
        for (int i = 0; i < tufts; i++) {
            double z = from * StrictMath.pow(to / from, scene.random.nextDouble());
            double x = scene.camera.worldX(scene.between(-0.05, 1.05) * scene.camera.width(), z);
            boolean onRoad =
                    scene.terrain.road() != null && scene.terrain.road().covers(x, z);
            if (!onRoad && scene.noise.fractal(x * 0.25, z * 0.25, 3) > -0.12) {
                scene.plant(Plants.any(plants.grasses, scene.random), x, z, scene.between(0.16, 0.5), 0.5);
            }
        }
    }

    private void hillFires() {
        double[] lanes = lanes();
        double wind = scene.between(-1, 1);
        for (int i = 0; i < scene.spec.fires(); i++) {
            double z = openPlace(lanes[i] * scene.camera.width());
            double size = scene.between(0.13, 0.26) / Math.max(1, 0.75 * scene.spec.fires());
            double width = size * scene.camera.width() * z / scene.camera.focal();
            double x = scene.camera.worldX(lanes[i] * scene.camera.width(), z);
            scene.burnGround(x, z, width, width * scene.between(0.45, 0.9), wind);
            scene.smoke(2.2, 1.0, Rgb.grey(scene.between(0.3, 0.75)), wind * 0.35 + scene.between(-0.1, 0.1));
        }
    }

    /** A distance at which the ground seen in a column is neither wooded nor behind a rise. */
    private double openPlace(double column) {
        double z = scene.between(80, 220);
        for (int i = 0; i < PLACES_TRIED && !inView(column, z); i++) {
            z = scene.between(70, 260);
        }
        return z;
    }

    private boolean inView(double column, double z) {
        double foot = scene.camera.row(scene.terrain.bare(scene.camera.worldX(column, z), z), z);
        for (double nearer = z * 0.97; nearer > 20; nearer *= 0.97) {
            double x = scene.camera.worldX(column, nearer);
            if (scene.camera.row(scene.terrain.height(x, nearer), nearer) < foot + 1) {
                return false;
            }
        }
        return scene.terrain.wooded(scene.camera.worldX(column, z), z) < 0.5;
    }

    private void nearFires(double from, double to, double low, double high) {
        double[] lanes = lanes();
        double wind = scene.between(-1, 1);
        for (int i = 0; i < scene.spec.fires(); i++) {
            double z = scene.between(from, to);
            double height = scene.between(low, high) / (0.65 + 0.35 * scene.spec.fires());
            boolean front = scene.spec.fires() == 1 && scene.chance(0.35);
            double width = height * (front ? scene.between(1.6, 2.6) : scene.between(0.5, 1.1));
            double x = scene.camera.worldX(lanes[i] * scene.camera.width(), z);
            scene.burnGround(x, z, width, height, wind);
            if (!front) {
                Vec3 foot = new Vec3(x, scene.terrain.bare(x, z) - 0.03, z - 0.3 * width);
                Sprite heap = new Debris(scene.random).heap();
                scene.things.add(new Standing(heap, foot, 0.27 * width, false, Rgb.grey(1)));
            }
            scene.smoke(1.1, 0.9, Rgb.grey(scene.between(0.35, 0.8)), wind * 0.3);
        }
    }

    /** Places across the picture, one a fire, apart from each other. */
    private double[] lanes() {
        int count = Math.max(1, scene.spec.fires());
        double[] lanes = new double[count];
        for (int i = 0; i < count; i++) {
            double middle = (i + 0.5) / count;
            lanes[i] = 0.12 + 0.76 * (middle + (scene.random.nextDouble() - 0.5) * 0.4 / count);
        }
        return lanes;
    }
}
