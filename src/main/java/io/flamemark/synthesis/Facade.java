package io.flamemark.synthesis;

/**
 * A wall of a house: plaster or brick, a plinth, windows in rows, perhaps a door.
 *
 * @param width metres
 * @param height metres to the eaves
 * @param wall colour
 * @param brick whether courses show
 * @param columns windows side by side
 * @param floors rows of windows
 * @param mirrored what the panes mirror
 * @param lit share of windows with light inside
 * @param soot a burning window blackens the wall above it: its middle u, or negative for none
 * @param sootFrom the height of that window
 */
record Facade(
        double width,
        double height,
        Rgb wall,
        boolean brick,
        int columns,
        int floors,
        Rgb mirrored,
        double lit,
        double soot,
        double sootFrom,
        Noise noise)
        implements Material {

    private static final double PANE = 0.09;

    @Override
    public Surface at(double u, double v) {
        int column = (int) (u / width * columns);
        int floor = (int) (v / height * floors);
        double inU = u - (column + 0.5) * width / columns;
        double floorHeight = height / floors;
        double inV = v - floor * floorHeight;
        boolean door = floor == 0 && column == columns / 2;
        double halfWide = door ? 0.5 : 0.58;
        double low = door ? 0.05 : 0.32 * floorHeight;
        double high = door ? 0.74 * floorHeight : 0.8 * floorHeight;
        if (Math.abs(inU) < halfWide && inV > low && inV < high) {
            return opening(inU, (inV - low) / (high - low), halfWide, door, noise.lattice(column, floor + 31), column);
        }
        if (!door && Math.abs(inU) < halfWide + 0.16 && inV > low - 0.1 && inV <= low) {
            return Surface.dull(Rgb.grey(0.45));
        }
        return Surface.dull(wallAt(u, v).times(sooty(u, v)));
    }

    private Rgb wallAt(double u, double v) {
        double stain = 1 + 0.22 * noise.fractal(u * 0.7, v * 0.45, 4) + 0.12 * noise.fractal(u * 9, v * 9, 2);
        double run = 1 - 0.12 * Ramp.smooth(0.1, 0.6, noise.fractal(u * 2.2, v * 0.12 + 9, 3));
        Rgb base = v < 0.5 ? wall.times(0.55) : wall;
        if (brick) {
            double course = v / 0.09;
            int row = (int) course;
            double along = u / 0.26 + 0.5 * (row % 2);
            boolean joint = course - row < 0.14 || along - Math.floor(along) < 0.06;
            base = joint ? Rgb.grey(0.3) : base.times(0.75 + 0.5 * noise.lattice((int) along, row));
        }
        return base.times(stain * run);
    }

    private Surface opening(double inU, double share, double halfWide, boolean door, double chance, int column) {
        boolean frame = Math.abs(inU) > halfWide - PANE || share < 0.05 || share > 0.95;
        if (door) {
            boolean inset = Math.abs(inU) < 0.3 && Math.abs(share - 0.5) < 0.38;
            return Surface.dull(new Rgb(0.1, 0.05, 0.03).times(frame ? 2.4 : inset ? 0.8 : 1.1));
        }
        if (frame || Math.abs(inU) < 0.03) {
            return Surface.dull(Rgb.grey(0.6));
        }
        if (chance < lit) {
            double curtain = 0.6 + 0.4 * Ramp.smooth(0.1, halfWide, Math.abs(inU));
            double folds = 1 + 0.15 * StrictMath.sin(inU * 40 + column);
            Rgb lamp = new Rgb(1.3, 0.83, 0.4).times(curtain * folds * (0.45 + 0.5 * share) * (0.4 + chance / lit));
            return new Surface(Rgb.grey(0.1), lamp, 1, null);
        }
        double cloud = 0.7 + 0.5 * noise.fractal(inU * 1.5 + column * 3, share * 2, 3);
        return new Surface(Rgb.grey(0.025), mirrored.times((0.12 + 0.35 * share) * cloud), 1, null);
    }

    private double sooty(double u, double v) {
        if (soot < 0) {
            return 1;
        }
        double wide = 0.7 + 0.3 * Math.max(0, v - sootFrom);
        double off = Math.abs(u - soot) / wide + 0.3 * noise.fractal(u * 1.4, v * 0.8, 4);
        return 1 - 0.85 * Ramp.smooth(1.1, 0.3, off) * Ramp.smooth(sootFrom - 0.6, sootFrom + 1.2, v);
    }
}
