package io.flamemark.dataset;

import io.flamemark.annotation.SplitAttribute;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A split in which pictures of one scene are never on both sides: what a network has seen from the next frame of the same
 * film says nothing about how well it does on another fire.
 *
 * @param splits the value of {@link SplitAttribute} for each sample, by id
 * @param scenes how many there are
 */
public record SceneSplit(Map<String, String> splits, int scenes) {

    private static final double VALIDATION_SHARE = 0.2;
    private static final double TEST_SHARE = 0.1;

    /** So many scenes are needed before some are put aside for a test. */
    private static final int SCENES_FOR_TEST = 10;

    private static final String TRAIN = SplitAttribute.VALUES.get(0);
    private static final String VALIDATION = SplitAttribute.VALUES.get(1);
    private static final String TEST = SplitAttribute.VALUES.get(2);

    public SceneSplit {
        splits = Map.copyOf(splits);
    }

    /** Whether there is something to validate with: one scene alone cannot be divided. */
    public boolean isUseful() {
        return splits.containsValue(VALIDATION);
    }

    public long count(String split) {
        return splits.values().stream().filter(split::equals).count();
    }

    /**
     * About a fifth of the images for validation and, where there are ten scenes, a tenth for a test; the same for the same
     * images. What is for a test already stays so, with all of its scene. Scenes with and without objects are dealt
     * separately, so that each side has both.
     *
     * @param hashes by sample id
     */
    public static SceneSplit propose(Dataset dataset, Map<String, PictureHash> hashes) {
        List<Sample> all = Stream.of(dataset.train(), dataset.validation(), dataset.test())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Sample::id))
                .toList();
        List<List<Sample>> scenes = Scenes.of(all, hashes);
        Map<String, String> splits = new LinkedHashMap<>();
        List<List<Sample>> free = new ArrayList<>();
        for (List<Sample> scene : scenes) {
            if (scene.stream().anyMatch(dataset.test()::contains)) {
                put(scene, TEST, splits);
            } else {
                free.add(scene);
            }
        }
        boolean withTest = dataset.test().isEmpty() && scenes.size() >= SCENES_FOR_TEST;
        for (boolean negative : new boolean[] {false, true}) {
            deal(free.stream().filter(scene -> isNegative(scene) == negative).toList(), withTest, splits);
        }
        return new SceneSplit(splits, scenes.size());
    }

    private static boolean isNegative(List<Sample> scene) {
        return scene.stream().allMatch(sample -> sample.instances().isEmpty());
    }

    /** Small scenes go where images are still wanted; the larger rest trains. */
    private static void deal(List<List<Sample>> scenes, boolean withTest, Map<String, String> splits) {
        int images = scenes.stream().mapToInt(List::size).sum();
        long wantedForTest = withTest ? Math.round(TEST_SHARE * images) : 0;
        long wantedForValidation = scenes.size() < 2 ? 0 : Math.max(1, Math.round(VALIDATION_SHARE * images));
        List<List<Sample>> inOrder = scenes.stream()
                .sorted(Comparator.comparingInt((List<Sample> scene) -> isLarge(scene, images) ? 1 : 0)
                        .thenComparingLong(SceneSplit::hash)
                        .thenComparing(scene -> scene.get(0).id()))
                .toList();
        for (int i = 0; i < inOrder.size(); i++) {
            List<Sample> scene = inOrder.get(i);
            boolean last = i == inOrder.size() - 1;
            if (!last && wantedForValidation > 0) {
                wantedForValidation -= scene.size();
                put(scene, VALIDATION, splits);
            } else if (!last && wantedForTest > 0) {
                wantedForTest -= scene.size();
                put(scene, TEST, splits);
            } else {
                put(scene, TRAIN, splits);
            }
        }
    }

    private static boolean isLarge(List<Sample> scene, int images) {
        return scene.size() > VALIDATION_SHARE * images;
    }

    private static void put(List<Sample> scene, String split, Map<String, String> splits) {
        scene.forEach(sample -> splits.put(sample.id(), split));
    }

    private static long hash(List<Sample> scene) {
        CRC32 crc = new CRC32();
        crc.update(scene.get(0).id().getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
