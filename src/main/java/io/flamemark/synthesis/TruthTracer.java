package io.flamemark.synthesis;

import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.MaskTracer;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.geometry.PolygonSimplifier;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * From the light of a fire to its outline. Gaps between tongues narrower than a share of the fire are bridged, as a hand
 * that draws bridges them; the largest connected part counts and its holes are filled.
 */
final class TruthTracer {

    private static final int FEWEST_VERTICES = 10;
    private static final int MOST_VERTICES = 40;
    private static final double BRIDGED_SHARE = 0.022;

    private final int width;
    private final int height;
    private final double visible;

    /** @param visible luminance from which flame can be seen */
    TruthTracer(int width, int height, double visible) {
        this.width = width;
        this.height = height;
        this.visible = visible;
    }

    /** The fire, if any of it is visible. */
    Optional<FireTruth> trace(float[] flame) {
        BitSet bits = new BitSet(width * height);
        for (int i = 0; i < flame.length; i++) {
            bits.set(i, flame[i] > visible);
        }
        Mask seen = new Mask(0, 0, width, height, bits);
        Box box = seen.trimmed().window();
        int radius = (int) Math.round(BRIDGED_SHARE * Math.sqrt(box.area()));
        return MaskTracer.largest(radius > 0 ? closed(seen, radius) : seen).map(this::truth);
    }

    private FireTruth truth(Polygon outline) {
        Mask mask = PolygonRasterizer.rasterize(List.of(outline), width, height).trimmed();
        return new FireTruth(mask, PolygonSimplifier.toVertexCount(outline, FEWEST_VERTICES, MOST_VERTICES));
    }

    /** Grown and shrunk again by {@code radius} pixels. */
    private Mask closed(Mask mask, int radius) {
        BitSet bits = mask.toBitSet();
        for (int i = 0; i < radius; i++) {
            bits = spread(bits, i % 2 == 0);
        }
        bits.flip(0, width * height);
        for (int i = 0; i < radius; i++) {
            bits = spread(bits, i % 2 == 0);
        }
        bits.flip(0, width * height);
        return new Mask(0, 0, width, height, bits);
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
