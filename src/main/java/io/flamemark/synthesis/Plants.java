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
    private static final Rgb[] AUTUMN_DARK = {
        new Rgb(0.17, 0.05, 0.014), new Rgb(0.16, 0.1, 0.02), new Rgb(0.11, 0.045, 0.02), new Rgb(0.07, 0.075, 0.015)
    };
    private static final Rgb[] AUTUMN_FRESH = {
        new Rgb(0.42, 0.15, 0.025), new Rgb(0.42, 0.28, 0.04), new Rgb(0.3, 0.09, 0.03), new Rgb(0.2, 0.19, 0.04)
    };

    Plants(SplittableRandom random, boolean autumn, boolean dry) {
        Conifers spruce = new Conifers(random);
        Broadleaves broad = new Broadleaves(random);
        Grasses grass = new Grasses(random);
        for (int i = 0; i < 4; i++) {
            Rgb dark = autumn ? AUTUMN_DARK[i] : GREEN_DARK;
            Rgb fresh = autumn ? AUTUMN_FRESH[i] : GREEN_FRESH;
            broadleaves.add(broad.grow(0.2 + 0.05 * i, dark, fresh, 1));
        }
        for (int i = 0; i < 3; i++) {
            conifers.add(spruce.grow(i == 2 ? 0.42 : 0.05 + 0.08 * i, i == 2 ? 0.5 : 0.5 + 0.1 * i));
            shrubs.add(broad.grow(0, GREEN_DARK, GREEN_FRESH, 0.6));
            Rgb tall = dry ? new Rgb(0.36, 0.28, 0.13) : new Rgb(0.19, 0.21, 0.06);
            Rgb low = dry ? new Rgb(0.16, 0.12, 0.05) : new Rgb(0.05, 0.08, 0.02);
            grasses.add(grass.grow(low, tall, 70));
        }
    }

    static Sprite any(List<Sprite> kind, SplittableRandom random) {
        return kind.get(random.nextInt(kind.size()));
    }
}
