package io.flamemark.synthesis;

import io.flamemark.geometry.Mask;
import io.flamemark.geometry.MaskTracer;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.geometry.PolygonSimplifier;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * From the light of a fire to its outline. Gaps between tongues and hairs of flame, both narrower than a share of the
 * fire, are smoothed away, as a hand that draws does; the largest connected part counts and its holes are filled.
 */
final class TruthTracer {

    private static final int FEWEST_VERTICES = 10;
    private static final int MOST_VERTICES = 40;
    private static final double BRIDGED_SHARE = 0.03;
    private static final double HAIR_SHARE = 0.012;
    /** Thin flame before a bright sky is not seen: it must give at least this share of the light of its pixel. */
    private static final double SHARE_OF_LIGHT = 0.45;

    private final int width;
    private final int height;
    private final double visible;

    /** @param visible luminance from which flame can be seen */
    TruthTracer(int width, int height, double visible) {
        this.width = width;
        this.height = height;
        this.visible = visible;
    }

    /**
     * The fire, if any of it is visible.
     *
     * @param flame luminance of its flames a pixel
     * @param light everything the frame received, before the lens
     */
    Optional<FireTruth> trace(float[] flame, float[] light) {
        BitSet bits = new BitSet(width * height);
        for (int i = 0; i < flame.length; i++) {
            double all = new Rgb(light[3 * i], light[3 * i + 1], light[3 * i + 2]).luminance();
            bits.set(i, flame[i] > visible && flame[i] > SHARE_OF_LIGHT * all);
        }
        double size =
                Math.sqrt(new Mask(0, 0, width, height, bits).trimmed().window().area());
        BitSet bridged = closed(bits, (int) Math.round(BRIDGED_SHARE * size));
        BitSet plain = opened(bridged, (int) Math.round(HAIR_SHARE * size));
        return MaskTracer.largest(new Mask(0, 0, width, height, plain)).map(this::truth);
    }

    private FireTruth truth(Polygon outline) {
        Mask mask = PolygonRasterizer.rasterize(List.of(outline), width, height).trimmed();
        return new FireTruth(mask, PolygonSimplifier.toVertexCount(outline, FEWEST_VERTICES, MOST_VERTICES));
    }

    /** Grown and shrunk again by {@code radius} pixels: narrow gaps are gone. */
    private BitSet closed(BitSet mask, int radius) {
        return shrunk(grown(mask, radius), radius);
    }

    /** Shrunk and grown again: hairs are gone. */
    private BitSet opened(BitSet mask, int radius) {
        return grown(shrunk(mask, radius), radius);
    }

    private BitSet shrunk(BitSet mask, int radius) {
        BitSet outside = (BitSet) mask.clone();
        outside.flip(0, width * height);
        BitSet bits = grown(outside, radius);
        bits.flip(0, width * height);
        return bits;
    }

    private BitSet grown(BitSet mask, int radius) {
        BitSet bits = mask;
        for (int i = 0; i < radius; i++) {
            bits = spread(bits, i % 2 == 0);
        }
        return bits;
    }

    /** By one pixel: to the four sides, or to all eight neighbours, which in turn make an octagon. */
    private BitSet spread(BitSet bits, boolean diagonal) {
        BitSet out = (BitSet) bits.clone();
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            int x = i % width;
            int y = i / width;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    boolean inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
                    if (inside && (diagonal || dx == 0 || dy == 0)) {
                        out.set(i + dy * width + dx);
                    }
                }
            }
        }
        return out;
    }
}
