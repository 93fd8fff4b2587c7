package io.flamemark.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Instance;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.Resampling;
import io.flamemark.imaging.RgbImage;
import io.flamemark.run.Augmenting;
import io.flamemark.run.RunConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleReaderTest {

    private static final Augmenting NONE = new Augmenting(0, 0, 0, 0);

    @TempDir
    Path folder;

    private Sample sample;
    private RgbImage image;

    @BeforeEach
    void writeNoise() throws IOException {
        image = new Noise(60).apply(new RgbImage(211, 160, new int[211 * 160]), new Random(2));
        Path file = folder.resolve("noise.png");
        ImageEncoder.write(image, file, ImageEncoder.USUAL_QUALITY);
        Instance object = new Instance(1, List.of(Polygon.of(20, 40, 120, 40, 120, 100, 20, 100)));
        sample = new Sample("noise", file, 211, 160, List.of(object));
    }

    private static RunConfig config(String recipe) {
        return Drawn.config(recipe, 64, 96, NONE);
    }

    @Test
    @DisplayName("with torchvision's recipe validation sees images interpolated, otherwise averaged")
    void judgedAsDetected() throws IOException {
        // 64 / 160 of 211 x 160
        RgbImage bilinear =
                new SampleReader(config("torchvision").network()).asSeen(sample).image();
        assertArrayEquals(Resampling.BILINEAR.scale(image, 84, 64).rgb(), bilinear.rgb());
        RgbImage averaged =
                new SampleReader(config("scratch").network()).asSeen(sample).image();
        assertArrayEquals(Resampling.AREA.scale(image, 84, 64).rgb(), averaged.rgb());
    }

    @Test
    @DisplayName("with torchvision's recipe a training image that is not varied is what detection sees")
    void trainedAsDetected() throws IOException {
        RunConfig config = config("torchvision");
        SampleReader reader = new SampleReader(config.network());
        Variation varied = new Augmenter(config).varied(reader.spacious(sample), () -> null, new Random(1));
        LabelledImage seen = reader.asSeen(sample);
        assertArrayEquals(seen.image().rgb(), varied.seen().image().rgb());
        assertEquals(seen.instances(), varied.seen().instances());
        assertEquals(40 * 0.4, seen.instances().get(0).box().y1(), 1e-9);
    }

    @Test
    @DisplayName("large images that are averaged are kept at twice the size the network sees")
    void shrunkOnce() throws IOException {
        LabelledImage spacious = new SampleReader(config("scratch").network()).spacious(sample);
        assertEquals(128, spacious.image().height());
        assertEquals(40 * 0.8, spacious.instances().get(0).box().y1(), 1e-9);
    }

    @Test
    @DisplayName("outlines that the network does not get to see are counted, in training and in validation images")
    void tooSmall() throws IOException {
        List<Instance> instances = List.of(
                sample.instances().get(0),
                new Instance(1, List.of(Polygon.of(20, 40, 24, 40, 24, 100, 20, 100))),
                new Instance(1, List.of(Polygon.of(20, 40, 80, 40, 80, 44.9, 20, 44.9))),
                new Instance(1, List.of(Polygon.of(20, 40, 80, 40, 80, 46, 20, 46))));
        Sample four = new Sample("four", sample.image(), 211, 160, instances);
        Dataset dataset = new Dataset(new LabelMap(List.of("fire")), List.of(sample, four), List.of(four), List.of());
        RunConfig config = config("scratch");
        assertEquals(
                2, new SampleReader(config.network()).asSeen(four).instances().size());
        SmallOutlines small = SmallOutlines.of(dataset, config.network());
        assertEquals(new SmallOutlines(4, Optional.of("four"), 9, 64), small);
        assertEquals(
                Optional.empty(),
                SmallOutlines.of(new Dataset(dataset.labels(), List.of(sample), List.of(), List.of()), config.network())
                        .finding());
    }
}
