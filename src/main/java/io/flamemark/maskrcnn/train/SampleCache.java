package io.flamemark.maskrcnn.train;

import io.flamemark.dataset.Instance;
import io.flamemark.dataset.Sample;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.ImageScaler;
import io.flamemark.imaging.RgbImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Reads samples, shrinks them once, and keeps as many as its share of the heap holds; the rest is read again each time.
 * An image that cannot be read is left out from then on and told once. Used by one thread at a time; what was left out
 * may be asked for by another.
 */
final class SampleCache {

    private static final int HEAP_SHARE = 4;
    private static final int BYTES_A_PIXEL = 4;

    private final ImageDecoder decoder = new ImageDecoder();
    private final Map<String, CachedSample> kept = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Queue<String> untold = new ConcurrentLinkedQueue<>();
    private final int shorterSide;
    private final String purpose;
    private boolean full;
    private long budget = Runtime.getRuntime().maxMemory() / HEAP_SHARE;

    /**
     * @param shorterSide images are shrunk until their shorter side is no more than this
     * @param purpose what the images are, for messages: {@code training images}
     */
    SampleCache(int shorterSide, String purpose) {
        this.shorterSide = shorterSide;
        this.purpose = purpose;
    }

    /** The samples without those whose image cannot be read. Once the memory is full, the rest is left to be seen. */
    List<Sample> readable(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> full || get(sample).isPresent())
                .toList();
    }

    /** The sample; empty where its image cannot be read. */
    Optional<CachedSample> get(Sample sample) {
        CachedSample known = kept.get(sample.id());
        if (known != null || unreadable.contains(sample.id())) {
            return Optional.ofNullable(known);
        }
        try {
            CachedSample fresh = read(sample);
            keep(fresh);
            return Optional.of(fresh);
        } catch (IOException e) {
            unreadable.add(sample.id());
            untold.add("Left out of the " + purpose + ": " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /** A sentence for each image left out since this was last asked, with its file and what is wrong. */
    List<String> leftOut() {
        List<String> sentences = new ArrayList<>();
        for (String one = untold.poll(); one != null; one = untold.poll()) {
            sentences.add(one);
        }
        return sentences;
    }

    private void keep(CachedSample fresh) {
        long bytes =
                (long) BYTES_A_PIXEL * fresh.image().width() * fresh.image().height();
        if (bytes <= budget) {
            budget -= bytes;
            kept.put(fresh.id(), fresh);
        } else {
            full = true;
        }
    }

    private CachedSample read(Sample sample) throws IOException {
        RgbImage image = decoder.decode(sample.image(), sample.rendering());
        double scale = Math.min(1, (double) shorterSide / Math.min(image.width(), image.height()));
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        int height = Math.max(1, (int) Math.round(image.height() * scale));
        double sx = (double) width / image.width();
        double sy = (double) height / image.height();
        List<Instance> instances = sample.instances().stream()
                .map(one -> new Instance(
                        one.label(),
                        one.parts().stream().map(part -> part.scaled(sx, sy)).toList()))
                .toList();
        return new CachedSample(sample.id(), ImageScaler.scale(image, width, height), instances);
    }
}
