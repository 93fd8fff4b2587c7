package io.flamemark.maskrcnn.train;

import io.flamemark.augment.LabelledImage;
import io.flamemark.dataset.Sample;
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
 * Reads samples once and keeps as many as its share of the heap holds; the rest is read again each time.
 * An image that cannot be read is left out from then on and told once. Used by one thread at a time; what was left out
 * may be asked for by another.
 */
final class SampleCache {

    /** Brings a sample into memory. */
    @FunctionalInterface
    interface Reading {
        LabelledImage read(Sample sample) throws IOException;
    }

    private static final int HEAP_SHARE = 4;
    private static final int BYTES_A_PIXEL = 4;

    private final Map<String, LabelledImage> kept = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Queue<String> untold = new ConcurrentLinkedQueue<>();
    private final Reading reading;
    private final String purpose;
    private boolean full;
    private long budget = Runtime.getRuntime().maxMemory() / HEAP_SHARE;

    /**
     * @param reading brings a sample into memory
     * @param purpose what the images are, for messages: {@code training images}
     */
    SampleCache(Reading reading, String purpose) {
        this.reading = reading;
        this.purpose = purpose;
    }

    /** The samples without those whose image cannot be read. Once the memory is full, the rest is left to be seen. */
    List<Sample> readable(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> full || get(sample).isPresent())
                .toList();
    }

    /** The sample; empty where its image cannot be read. */
    Optional<LabelledImage> get(Sample sample) {
        LabelledImage known = kept.get(sample.id());
        if (known != null || unreadable.contains(sample.id())) {
            return Optional.ofNullable(known);
        }
        try {
            LabelledImage fresh = reading.read(sample);
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

    private void keep(LabelledImage fresh) {
        long bytes =
                (long) BYTES_A_PIXEL * fresh.image().width() * fresh.image().height();
        if (bytes <= budget) {
            budget -= bytes;
            kept.put(fresh.id(), fresh);
        } else {
            full = true;
        }
    }
}
