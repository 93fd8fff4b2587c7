package io.flamemark.augment;

import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.Resampling;
import io.flamemark.imaging.RgbImage;
import io.flamemark.run.Augmenting;
import io.flamemark.run.RunConfig;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Varies training images at random, outlines together with pixels. The same random numbers give the same result, and a
 * kind of variation that is switched off takes none, so that it changes nothing about the others.
 */
public final class Augmenter {

    private final Augmenting settings;
    private final SeenSize size;
    private final Resampling resampling;

    public Augmenter(RunConfig config) {
        settings = config.augmenting();
        size = new SeenSize(config.network().minSize(), config.network().maxSize());
        resampling = SeenSize.resampling(config.network());
    }

    /**
     * One variation of an image.
     *
     * @param others more training images, any, for mosaics; asked for only where one is made
     */
    public Variation varied(LabelledImage source, Supplier<LabelledImage> others, RandomGenerator random) {
        if (settings.mosaic() > 0 && random.nextDouble() < settings.mosaic()) {
            return new Variation(lit(mosaic(source, others, random), random), false);
        }
        Placement placement = placement(source, random);
        return new Variation(lit(placement.of(source, resampling), random), placement.mirrored());
    }

    private Placement placement(LabelledImage source, RandomGenerator random) {
        Window part = random.nextDouble() < settings.crop() ? Window.crop(source, random) : Window.whole(source);
        double scale = 1 + settings.scaleJitter() * (2 * random.nextDouble() - 1);
        ImageDecoder.Size seen = size.of(part.width(), part.height());
        return new Placement(
                part,
                Math.max(1, (int) Math.round(seen.width() * scale)),
                Math.max(1, (int) Math.round(seen.height() * scale)),
                random.nextDouble() < settings.flip());
    }

    private LabelledImage mosaic(LabelledImage source, Supplier<LabelledImage> others, RandomGenerator random) {
        ImageDecoder.Size seen = size.of(source.image().width(), source.image().height());
        List<LabelledImage> four = List.of(source, others.get(), others.get(), others.get());
        return Mosaic.random(seen, random).of(four, settings.flip(), resampling, random);
    }

    /** What changes colours but no place. */
    private LabelledImage lit(LabelledImage placed, RandomGenerator random) {
        RgbImage image = placed.image();
        if (settings.colorJitter() > 0) {
            image = ColorJitter.random(settings.colorJitter(), random).apply(image);
        }
        if (settings.exposure() > 0) {
            image = Exposure.random(settings.exposure(), random).apply(image);
        }
        if (settings.blur() > 0) {
            image = Blur.random(settings.blur(), image, random).apply(image);
        }
        if (settings.noise() > 0) {
            image = Noise.random(settings.noise(), random).apply(image, random);
        }
        return placed.withImage(image);
    }
}
