package io.flamemark.synthesis;

/** Plain materials: tiles, boards, plaster, cloth, a triangle of wall. */
final class Materials {

    private Materials() {}

    /** A roof of tiles in courses. */
    static Material tiles(Rgb colour, Noise noise) {
        return (u, v) -> {
            double course = v / 0.3;
            int row = (int) course;
            double along = u / 0.22 + 0.5 * (row % 2);
            int tile = (int) along;
            double fall = course - row;
            double bulge = StrictMath.sin((along - tile) * Math.PI);
            double tone = (0.7 + 0.5 * noise.lattice(tile, row)) * (0.55 + 0.3 * bulge + 0.25 * fall);
            double moss = Ramp.smooth(0.15, 0.5, noise.fractal(u * 0.5, v * 0.7, 4));
            return Material.Surface.dull(
                    colour.mix(new Rgb(0.12, 0.12, 0.08), 0.55 * moss).times(tone));
        };
    }

    /** Boards of a floor that run along v. */
    static Material boards(Rgb colour, Noise noise) {
        return (u, v) -> {
            int board = (int) (u / 0.14);
            double shift = 3 * noise.lattice(board, 1);
            int piece = (int) ((v + shift) / 1.4);
            double gap = u / 0.14 - board < 0.03 || (v + shift) / 1.4 - piece < 0.004 ? 0.45 : 1;
            double grain = 1 + 0.35 * noise.fractal(u * 30, v * 1.6 + board * 7, 3);
            double tone = 0.75 + 0.5 * noise.lattice(board, piece + 100);
            return Material.Surface.dull(colour.times(tone * grain * gap));
        };
    }

    /** Painted plaster, a little uneven, a skirting board below. */
    static Material plaster(Rgb colour, double skirting, Noise noise) {
        return (u, v) -> {
            if (v < skirting) {
                return Material.Surface.dull(Rgb.grey(v > skirting - 0.012 ? 0.35 : 0.62));
            }
            double tone = 1 + 0.08 * noise.fractal(u * 0.8, v * 0.8, 4) + 0.05 * noise.fractal(u * 25, v * 25, 2);
            return Material.Surface.dull(colour.times(tone));
        };
    }

    /** Woven cloth over soft padding: darker towards the seams every {@code seam} metres. */
    static Material cloth(Rgb colour, double seam, Noise noise) {
        return (u, v) -> {
            double across = Math.abs(u / seam - Math.floor(u / seam) - 0.5) * 2;
            double fold = 1 - 0.5 * StrictMath.pow(across, 8);
            double weave = 1 + 0.25 * noise.at(u * 70, v * 70) + 0.3 * noise.fractal(u * 3, v * 3, 3);
            return Material.Surface.dull(colour.times(fold * weave));
        };
    }

    /** Planed wood. */
    static Material wood(Rgb colour, Noise noise) {
        return (u, v) -> Material.Surface.dull(colour.times(0.85
                + 0.5 * noise.fractal(u * 2.5, v * 26 + noise.at(u * 2, v) * 2, 4)));
    }

    /** Trunk, pole, metal: one colour with stains. */
    static Material stained(Rgb colour, Noise noise) {
        return (u, v) -> Material.Surface.dull(colour.times(1 + 0.4 * noise.fractal(u * 4, v * 4, 4)));
    }

    /** Only the triangle below a ridge in the middle. */
    static Material gable(Material wall, double width, double height) {
        return (u, v) -> v / height > 1 - Math.abs(2 * u / width - 1) ? Material.Surface.NOTHING : wall.at(u, v);
    }

    /** A pane that shines: a lamp, a window with daylight behind. */
    static Material shining(Rgb light) {
        return (u, v) -> new Material.Surface(Rgb.grey(0.3), light, 1, null);
    }
}
