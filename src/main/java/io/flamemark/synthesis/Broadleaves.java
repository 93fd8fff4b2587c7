package io.flamemark.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Grows broad-leaved trees and shrubs: branches that fork in space, leaves in tufts at their ends. */
final class Broadleaves {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 440;
    private static final Rgb BARK = new Rgb(0.13, 0.1, 0.075);

    private record Leaf(Vec3 at, double size, Rgb colour, Vec3 normal, double open) {}

    private record Branch(Vec3 from, Vec3 to, double thick) {}

    private final SplittableRandom random;
    private final List<Branch> branches = new ArrayList<>();
    private final List<Vec3> ends = new ArrayList<>();

    Broadleaves(SplittableRandom random) {
        this.random = random;
    }

    /**
     * @param trunk share of the height below the first fork; 0 for a shrub
     * @param dark reflectance of a shaded leaf
     * @param fresh reflectance of a bright leaf
     * @param leaves 0 for a bare tree, 1 for a full one
     */
    Sprite grow(double trunk, Rgb dark, Rgb fresh, double leaves) {
        branches.clear();
        ends.clear();
        Sprite sprite = new Sprite(WIDTH, HEIGHT);
        Vec3 foot = new Vec3(0, 0, 0);
        Vec3 fork = new Vec3(0.03 * (random.nextDouble() - 0.5), trunk, 0);
        if (trunk > 0) {
            branches.add(new Branch(foot, fork, 0.042));
        }
        int limbs = trunk > 0 ? 6 : 7;
        for (int i = 0; i < limbs; i++) {
            double turn = (i + random.nextDouble() * 0.6) * 6.283 / limbs;
            double lean = 0.5 + 0.6 * random.nextDouble();
            double rise = 0.25 + 0.5 * random.nextDouble();
            Vec3 out = new Vec3(StrictMath.cos(turn) * lean, rise, StrictMath.sin(turn) * lean);
            branch(fork.plus(0, (1 - trunk) * 0.16 * random.nextDouble(), 0), out.unit(), (1 - trunk) * 0.27, 0.024, 0);
        }
        fillCrown(trunk);
        branch(fork, Vec3.UP, (1 - trunk) * 0.36, 0.028, 0);
        branches.stream()
                .sorted(Comparator.comparingDouble((Branch b) -> -b.from().z()))
                .forEach(b -> wood(sprite, b));
        leaves(new Vec3(0, trunk + 0.4 * (1 - trunk), 0), dark, fresh, leaves).stream()
                .sorted(Comparator.comparingDouble((Leaf l) -> -l.at().z()))
                .forEach(l -> sprite.dab(column(l.at()), row(l.at()), l.size(), l.colour(), l.normal(), l.open()));
        return sprite;
    }

    /** Twigs too thin to draw, all over a round crown; for a shrub down to the ground. */
    private void fillCrown(double trunk) {
        double high = trunk > 0 ? 0.4 * (1 - trunk) : 0.34;
        double middle = trunk > 0 ? trunk + 0.5 * (1 - trunk) : 0.3;
        for (int i = 0; i < 90; i++) {
            Vec3 out = scatter(1).unit().times(StrictMath.cbrt(random.nextDouble()));
            double taper = 1 - 0.25 * out.y();
            ends.add(new Vec3(0.3 * out.x() * taper, middle + high * out.y(), 0.3 * out.z() * taper));
        }
    }

    private void branch(Vec3 from, Vec3 out, double length, double thick, int depth) {
        Vec3 to = from.plus(out.times(length * (0.8 + 0.4 * random.nextDouble())));
        branches.add(new Branch(from, to, thick));
        if (depth >= 1) {
            ends.add(to);
        }
        if (depth == 4) {
            return;
        }
        int forks = 2 + (random.nextDouble() < 0.55 ? 1 : 0);
        for (int i = 0; i < forks; i++) {
            Vec3 aside = new Vec3(random.nextDouble() - 0.5, 0.35 * random.nextDouble(), random.nextDouble() - 0.5);
            branch(to, out.plus(aside.times(1.9)).unit(), length * 0.7, thick * 0.6, depth + 1);
        }
    }

    private List<Leaf> leaves(Vec3 centre, Rgb dark, Rgb fresh, double share) {
        List<Leaf> out = new ArrayList<>();
        for (Vec3 end : ends) {
            Rgb tuft = dark.mix(fresh, random.nextDouble());
            int count = (int) (40 * share);
            double wide = 0.052 + 0.025 * random.nextDouble();
            for (int i = 0; i < count; i++) {
                Vec3 off = new Vec3(bell(), 0.75 * bell(), bell()).times(wide);
                Vec3 at = end.plus(off);
                Vec3 round = at.minus(centre)
                        .unit()
                        .plus(off.unit().times(0.8))
                        .plus(scatter(0.9))
                        .unit();
                double rim = Ramp.clamp(at.minus(centre).length() / 0.38, 0, 1);
                double under = Ramp.smooth(-0.07, 0.07, off.y());
                double open = (0.25 + 0.75 * rim * rim) * (0.45 + 0.55 * under);
                Rgb colour = tuft.mix(fresh, 0.35 * random.nextDouble()).times(0.7 + 0.6 * random.nextDouble());
                out.add(new Leaf(at, 0.9 + 1.1 * random.nextDouble(), colour, round, open));
            }
        }
        return out;
    }

    private void wood(Sprite sprite, Branch b) {
        double x1 = column(b.from());
        double y1 = row(b.from());
        double x2 = column(b.to());
        double y2 = row(b.to());
        double thick = Math.max(1, b.thick() * HEIGHT);
        for (double side = -1; side <= 1; side += Math.min(0.5, 1.5 / thick)) {
            Rgb bark = BARK.times(0.6 + 0.7 * random.nextDouble());
            Vec3 normal = new Vec3(side, 0, -Math.sqrt(Math.max(0, 1 - side * side)));
            double from = side * thick / 2;
            sprite.stroke(x1 + from * 1.15, y1, x2 + from * 0.8, y2, 1.6, bark, normal, 0.7);
        }
    }

    private static double column(Vec3 p) {
        return WIDTH / 2.0 + p.x() * HEIGHT * 0.9;
    }

    private static double row(Vec3 p) {
        return HEIGHT - 1 - p.y() * HEIGHT * 0.86;
    }

    private double bell() {
        return random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
    }

    private Vec3 scatter(double size) {
        return new Vec3(bell(), bell(), bell()).times(size);
    }
}
