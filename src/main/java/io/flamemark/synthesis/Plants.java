package io.flamemark.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A nursery: some trees, shrubs and tufts of each kind, to be placed many times. */
final class Plants {

    final List<Sprite> conifers = new ArrayList<>();
    final List<Sprite> broadleaves = new ArrayList<>();
    final List<Sprite> shrubs = new ArrayList<>();
    final List<Sprite> grasses = new ArrayList<>();

    private static final Rgb GREEN_DARK = new Rgb(0.03, 0.055, 0.012);
    private static final Rgb GREEN_FRESH = new Rgb(0.095, 0.135, 0.03);
    private static final Rgb AUTUMN_DARK = new Rgb(0.2, 0.055, 0.014);
    private static final Rgb AUTUMN_FRESH = new Rgb(0.52, 0.2, 0.025);

    Plants(SplittableRandom random, boolean autumn, boolean dry) {
        Conifers spruce = new Conifers(random);
        Broadleaves broad = new Broadleaves(random);
        Grasses grass = new Grasses(random);
        Rgb dark = autumn ? AUTUMN_DARK : GREEN_DARK;
        Rgb fresh = autumn ? AUTUMN_FRESH : GREEN_FRESH;
        for (int i = 0; i < 3; i++) {
            conifers.add(spruce.grow(i == 2 ? 0.42 : 0.06 + 0.1 * i, i == 2 ? 0.5 : 0.62));
            broadleaves.add(broad.grow(0.24 + 0.06 * i, dark, fresh, 1));
            shrubs.add(broad.grow(0, GREEN_DARK, GREEN_FRESH, 0.8));
            Rgb tall = dry ? new Rgb(0.36, 0.28, 0.13) : new Rgb(0.19, 0.21, 0.06);
            Rgb low = dry ? new Rgb(0.16, 0.12, 0.05) : new Rgb(0.05, 0.08, 0.02);
            grasses.add(grass.grow(low, tall, 70));
        }
    }

    static Sprite any(List<Sprite> kind, SplittableRandom random) {
        return kind.get(random.nextInt(kind.size()));
    }
}
