package io.flamemark.maskrcnn.train;

import io.flamemark.dataset.Sample;
import io.flamemark.maskrcnn.backbone.ImageSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Which sample comes when: rounds over all of them, each in an order of its own, in which the images of a batch are of one
 * shape as far as there are enough of it. A batch is padded to its largest width and height, so a tall image beside a
 * broad one costs half as much again (torchvision's references group by aspect ratio for the same reason). It depends on
 * the seed alone.
 */
final class BatchOrder {

    private final List<Sample> samples;
    private final int batchSize;
    private final long seed;
    private final Comparator<Sample> byShape;

    /** The round asked for last. */
    private List<Sample> round = List.of();

    private int number = -1;

    /** @param padded the size to which an image alone would be padded */
    BatchOrder(List<Sample> samples, int batchSize, long seed, Function<Sample, ImageSize> padded) {
        this.samples = List.copyOf(samples);
        this.batchSize = batchSize;
        this.seed = seed;
        byShape = Comparator.comparingDouble(sample -> aspectRatio(padded.apply(sample)));
    }

    private static double aspectRatio(ImageSize size) {
        return (double) size.width() / size.height();
    }

    /** All samples. */
    List<Sample> samples() {
        return samples;
    }

    /** Positions of a batch. */
    int batchSize() {
        return batchSize;
    }

    /** The sample at a position, counted from 0; a batch begins at each multiple of its size. */
    synchronized Sample at(int position) {
        int wanted = position / samples.size();
        if (number != wanted) {
            round = round(wanted);
            number = wanted;
        }
        return round.get(position % samples.size());
    }

    private List<Sample> round(int wanted) {
        Random random = new Random(seed + wanted);
        List<Sample> ordered = new ArrayList<>(samples);
        Collections.shuffle(ordered, random);
        ordered.sort(byShape);
        // Else the same shapes would always stand at both ends, where a batch reaches into another round.
        Collections.rotate(ordered, random.nextInt(ordered.size()));
        long start = (long) wanted * ordered.size();
        int first = Math.min(ordered.size(), (int) (-start % batchSize + batchSize) % batchSize);
        int last = first + (ordered.size() - first) / batchSize * batchSize;
        List<List<Sample>> batches = new ArrayList<>();
        for (int at = first; at < last; at += batchSize) {
            batches.add(ordered.subList(at, at + batchSize));
        }
        Collections.shuffle(batches, random);
        List<Sample> all = new ArrayList<>(ordered.subList(0, first));
        batches.forEach(all::addAll);
        all.addAll(ordered.subList(last, ordered.size()));
        return all;
    }
}
