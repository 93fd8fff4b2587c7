package io.flamemark.augment;

import io.flamemark.dataset.Instance;
import io.flamemark.dataset.Sample;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.Resampling;
import io.flamemark.imaging.RgbImage;
import io.flamemark.run.RunConfig;
import java.io.IOException;

/** Reads samples for a configured network. */
public final class SampleReader {

    /** A crop of half of each side still has all the pixels the network takes. */
    private static final int ROOM = 2;

    private final ImageDecoder decoder = new ImageDecoder();
    private final SeenSize size;
    private final Resampling resampling;

    public SampleReader(RunConfig.Network network) {
        size = new SeenSize(network.minSize(), network.maxSize());
        resampling = SeenSize.resampling(network);
    }

    /** The whole sample exactly as detection would see it, values rounded to whole ones: for images to judge by. */
    public LabelledImage asSeen(Sample sample) throws IOException {
        LabelledImage source = original(sample);
        ImageDecoder.Size seen = size.of(source.image().width(), source.image().height());
        return new Placement(Window.whole(source), seen.width(), seen.height(), false).of(source, resampling);
    }

    /**
     * The sample with enough pixels for {@link Augmenter}. Where images are averaged, what the network never sees is
     * averaged away at once; where they are interpolated that would change what it sees, so the original is kept.
     */
    public LabelledImage spacious(Sample sample) throws IOException {
        LabelledImage source = original(sample);
        return resampling == Resampling.AREA ? shrunk(source, ROOM * size.minSize()) : source;
    }

    private LabelledImage original(Sample sample) throws IOException {
        return new LabelledImage(sample.id(), decoder.decode(sample.image(), sample.rendering()), sample.instances());
    }

    /** Shrunk until the shorter side is no more than {@code shorterSide} pixels. */
    private LabelledImage shrunk(LabelledImage source, int shorterSide) {
        RgbImage image = source.image();
        double scale = Math.min(1, (double) shorterSide / Math.min(image.width(), image.height()));
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        int height = Math.max(1, (int) Math.round(image.height() * scale));
        double sx = (double) width / image.width();
        double sy = (double) height / image.height();
        return new LabelledImage(
                source.id(),
                resampling.scale(image, width, height),
                source.instances().stream().map(one -> scaled(one, sx, sy)).toList());
    }

    private static Instance scaled(Instance instance, double sx, double sy) {
        return new Instance(
                instance.label(),
                instance.parts().stream().map(part -> part.scaled(sx, sy)).toList());
    }
}
