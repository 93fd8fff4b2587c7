package io.flamemark.synthesis;

import io.flamemark.synthesis.SceneSpec.Place;
import io.flamemark.synthesis.SceneSpec.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Chooses what pictures a sample project has: every place at every time of day, mostly one fire, some with two or three,
 * every fifth with none.
 *
 * @param images how many
 * @param seed the same seed gives the same pictures
 * @param trainShare share of the pictures to train on, 0 to 1
 * @param valShare share to choose the best epoch by; the rest is for the final test
 * @param width of all pictures in pixels; 0 for usual sizes from 640 to 1280, one after the other
 * @param height of all pictures
 */
public record SamplePlan(int images, long seed, double trainShare, double valShare, int width, int height) {

    private static final int[] FIRES = {1, 2, 1, 0, 1, 1, 3, 1, 0, 1, 2};
    private static final int[][] SIZES = {{1024, 768}, {800, 600}, {960, 640}, {640, 480}, {1280, 960}, {900, 675}};
    private static final int PNG_EVERY = 13;
    private static final int TIF_EVERY = 17;

    /** Usual sizes; 60 % to train on, 30 % to validate, 10 % to test. */
    public static SamplePlan of(int images, long seed) {
        return new SamplePlan(images, seed, 0.6, 0.3, 0, 0);
    }

    public SamplePlan withSize(int width, int height) {
        return new SamplePlan(images, seed, trainShare, valShare, width, height);
    }

    /** The pictures, those to train on first. */
    public List<SamplePicture> pictures() {
        SplittableRandom random = new SplittableRandom(seed);
        List<SamplePicture> pictures = new ArrayList<>();
        int train = (int) Math.round(images * trainShare);
        int val = Math.min(images - train, (int) Math.round(images * valShare));
        add(pictures, "train", train, random);
        add(pictures, "val", val, random);
        add(pictures, "test", images - train - val, random);
        return pictures;
    }

    private void add(List<SamplePicture> pictures, String split, int count, SplittableRandom random) {
        for (int i = 0; i < count; i++) {
            int n = pictures.size();
            // 5 places and 3 times have no common factor: 15 pictures in a row are all different.
            Place place = Place.values()[n % Place.values().length];
            Time time = Time.values()[n % Time.values().length];
            String kind = extension(n);
            int[] size = width > 0 ? new int[] {width, height} : SIZES[kind.equals("jpg") ? n % SIZES.length : 3];
            SceneSpec spec = new SceneSpec(place, time, FIRES[i % FIRES.length], random.nextLong(), size[0], size[1]);
            String name = String.format(Locale.ROOT, "fire-%s-%02d.%s", split, i + 1, kind);
            pictures.add(new SamplePicture(name, split, spec, 0.84 + 0.08 * random.nextDouble()));
        }
    }

    private static String extension(int n) {
        return n % TIF_EVERY == TIF_EVERY - 3 ? "tif" : n % PNG_EVERY == PNG_EVERY - 3 ? "png" : "jpg";
    }
}
