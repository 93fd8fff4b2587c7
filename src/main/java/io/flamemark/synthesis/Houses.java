package io.flamemark.synthesis;

/** Builds houses with gabled roofs, seen from the front. */
final class Houses {

    private static final Rgb[] WALLS = {
        new Rgb(0.55, 0.5, 0.42),
        new Rgb(0.6, 0.58, 0.53),
        new Rgb(0.52, 0.38, 0.24),
        new Rgb(0.36, 0.15, 0.1),
        new Rgb(0.45, 0.47, 0.48)
    };
    private static final Rgb[] ROOFS = {
        new Rgb(0.33, 0.1, 0.055), new Rgb(0.42, 0.15, 0.07), new Rgb(0.13, 0.12, 0.12), new Rgb(0.22, 0.11, 0.075)
    };

    private final SceneBuilder scene;
    private final double lit;

    /** @param lit share of windows with light inside */
    Houses(SceneBuilder scene, double lit) {
        this.scene = scene;
        this.lit = lit;
    }

    /**
     * Builds a house.
     *
     * @param soot u of a burning window, or negative
     * @return the height of its eaves
     */
    double build(double x, double z, double width, double deep, int floors, double soot) {
        double height = 2.9 * floors + 0.3;
        int kind = scene.random.nextInt(WALLS.length);
        Rgb wall = WALLS[kind];
        Rgb mirrored = scene.daylight.sky().horizon();
        Noise noise = new Noise(scene.random.nextLong());
        int columns = (int) Math.max(2, Math.round(width / 2.7));
        Facade front =
                new Facade(width, height, wall, kind == 3, columns, floors, mirrored, lit, soot, height - 2, noise);
        int sideColumns = (int) Math.max(1, Math.round(deep / 3.5));
        Facade side = new Facade(deep, height, wall, kind == 3, sideColumns, floors, mirrored, lit, -1, 0, noise);
        Vec3 corner = new Vec3(x, 0, z);
        scene.panels.add(Panel.facing(corner, width, height, front));
        Vec3 flank = x > 0 ? corner : corner.plus(width, 0, 0);
        scene.panels.add(new Panel(flank, new Vec3(0, 0, deep), new Vec3(0, height, 0), side));
        roof(corner, flank, width, height, deep, wall);
        scene.shade.contact(x + width / 2, z, width * 0.55, 0.35, scene.noise);
        return height;
    }

    private void roof(Vec3 corner, Vec3 flank, double width, double height, double deep, Rgb wall) {
        double rise = deep * 0.36;
        double over = 0.45;
        Rgb colour = ROOFS[scene.random.nextInt(ROOFS.length)];
        Vec3 eave = corner.plus(-over, height - over * 0.7, -over);
        Vec3 slope = new Vec3(0, rise + over * 0.7, deep / 2 + over);
        Noise noise = scene.noise;
        scene.panels.add(new Panel(eave, new Vec3(width + 2 * over, 0, 0), slope, Materials.tiles(colour, noise)));
        scene.panels.add(Panel.facing(
                eave.plus(0, -0.14, -0.01), width + 2 * over, 0.16, Materials.stained(Rgb.grey(0.25), noise)));
        Material gable = Materials.gable(Materials.stained(wall, noise), deep, rise);
        scene.panels.add(new Panel(flank.plus(0, height, 0), new Vec3(0, 0, deep), new Vec3(0, rise, 0), gable));
        Material brick = Materials.stained(new Rgb(0.3, 0.13, 0.09), noise);
        Vec3 stack = corner.plus(width * scene.between(0.2, 0.8), height + rise * 0.55, deep * 0.36);
        scene.panels.addAll(Panel.box(stack, 0.6, rise * 0.45 + 0.9, 0.6, brick));
    }
}
