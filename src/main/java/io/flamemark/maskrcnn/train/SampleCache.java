package io.flamemark.maskrcnn.train;

import io.flamemark.dataset.Instance;
import io.flamemark.dataset.Sample;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.ImageScaler;
import io.flamemark.imaging.RgbImage;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads samples, shrinks them once, and keeps as many as its share of the heap holds; the rest is read again each time.
 * Used by one thread.
 */
final class SampleCache {

    private static final int HEAP_SHARE = 4;
    private static final int BYTES_A_PIXEL = 4;

    private final ImageDecoder decoder = new ImageDecoder();
    private final Map<String, CachedSample> kept = new HashMap<>();
    private final int shorterSide;
    private long budget = Runtime.getRuntime().maxMemory() / HEAP_SHARE;

    /** @param shorterSide images are shrunk until their shorter side is no more than this */
    SampleCache(int shorterSide) {
        this.shorterSide = shorterSide;
    }

    CachedSample get(Sample sample) throws IOException {
        CachedSample known = kept.get(sample.id());
        if (known != null) {
            return known;
        }
        CachedSample fresh = read(sample);
        long bytes =
                (long) BYTES_A_PIXEL * fresh.image().width() * fresh.image().height();
        if (bytes <= budget) {
            budget -= bytes;
            kept.put(sample.id(), fresh);
        }
        return fresh;
    }

    private CachedSample read(Sample sample) throws IOException {
        RgbImage image = decoder.decode(sample.image());
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
