package io.flamemark.app.train.augmentation;

import io.flamemark.app.canvas.FxImage;
import io.flamemark.augment.Augmenter;
import io.flamemark.augment.LabelledImage;
import io.flamemark.augment.SampleReader;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Instance;
import io.flamemark.dataset.Sample;
import io.flamemark.run.RunConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javafx.scene.image.Image;

/**
 * A training image as the network will see it in some step, varied at random, with its outlines in the picture's pixels.
 *
 * @param name of the file it was made from
 */
public record SeenExample(String name, Image picture, List<Instance> outlines) {

    private static final int HELD = 12;

    /**
     * So many examples of a dataset, those with outlines first; the same for the same seed. Each image is read once.
     *
     * @throws IOException if an image cannot be read
     */
    public static List<SeenExample> of(Dataset dataset, RunConfig config, long seed, int count) throws IOException {
        Random random = new Random(seed);
        List<LabelledImage> sources = read(chosen(dataset.train(), random), config, count);
        Augmenter augmenter = new Augmenter(config);
        List<SeenExample> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LabelledImage source = sources.get(i % sources.size());
            LabelledImage seen = augmenter
                    .varied(source, () -> sources.get(random.nextInt(sources.size())), random)
                    .seen();
            examples.add(new SeenExample(seen.id(), FxImage.of(seen.image()), seen.instances()));
        }
        return examples;
    }

    private static List<Sample> chosen(List<Sample> training, Random random) {
        List<Sample> shuffled = new ArrayList<>(training);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .sorted((a, b) ->
                        Boolean.compare(a.instances().isEmpty(), b.instances().isEmpty()))
                .toList();
    }

    private static List<LabelledImage> read(List<Sample> samples, RunConfig config, int count) throws IOException {
        SampleReader reader = new SampleReader(config.network());
        List<LabelledImage> images = new ArrayList<>();
        for (Sample sample : samples.subList(0, Math.min(samples.size(), Math.min(HELD, count)))) {
            LabelledImage read = reader.spacious(sample);
            images.add(new LabelledImage(sample.image().getFileName().toString(), read.image(), read.instances()));
        }
        return images;
    }
}
