package io.flamemark.augment;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.ImageId;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Instance;
import io.flamemark.dataset.Sample;
import io.flamemark.geometry.Box;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.run.RunConfig;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How many outlines are too small to be learned from at the size at which a network sees whole images; see
 * {@link Placement}.
 *
 * @param first an image with one of them
 * @param all outlines to train on and to judge by
 * @param pixels of the shorter side of an image, as the network sees it
 */
public record SmallOutlines(int count, Optional<String> first, int all, int pixels) {

    public static SmallOutlines of(Dataset dataset, RunConfig.Network network) {
        List<Sample> samples = Stream.concat(dataset.train().stream(), dataset.validation().stream())
                .toList();
        SeenSize size = new SeenSize(network.minSize(), network.maxSize());
        int all = 0;
        int small = 0;
        Optional<String> first = Optional.empty();
        for (Sample sample : samples) {
            int here = count(sample, size);
            first = first.isEmpty() && here > 0 ? Optional.of(sample.id()) : first;
            small += here;
            all += sample.instances().size();
        }
        return new SmallOutlines(small, first, all, network.minSize());
    }

    private static int count(Sample sample, SeenSize size) {
        ImageDecoder.Size seen = size.of(sample.width(), sample.height());
        double sx = (double) seen.width() / sample.width();
        double sy = (double) seen.height() / sample.height();
        int count = 0;
        for (Instance instance : sample.instances()) {
            Box box = instance.box().clippedTo(sample.width(), sample.height());
            count += Placement.isSeen(box.width() * sx, box.height() * sy) ? 0 : 1;
        }
        return count;
    }

    /** The warning; empty where none is too small. */
    public Optional<Finding> finding() {
        return count == 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        Severity.WARNING,
                        "outline-too-small",
                        "",
                        first.map(ImageId::new),
                        OptionalInt.empty(),
                        sentence()));
    }

    private String sentence() {
        boolean one = count == 1;
        return ("%s of %s outlines %s so small that the network, which sees images at %s pixels, would take %s for"
                        + " background: choose larger images (network.minSize, under Advanced settings), or crop the"
                        + " pictures closer to the fires.")
                .formatted(count, all, one ? "is" : "are", pixels, one ? "it" : "them");
    }
}
