package io.flamemark.exchange.part;

import io.flamemark.geometry.Mask;
import java.util.BitSet;

/** How much a mask's outlines will take, before they are traced: noise can have an edge at every pixel. */
public final class Borders {

    private Borders() {}

    /** The ends of all runs of set pixels in all rows: at least half of the corners that tracing will find. */
    public static long count(Mask mask) {
        BitSet bits = mask.toBitSet();
        long ends = 0;
        for (int y = 0; y < mask.height(); y++) {
            int end = (y + 1) * mask.width();
            for (int at = bits.nextSetBit(y * mask.width()); at >= 0 && at < end; at = bits.nextSetBit(at)) {
                ends += 2;
                at = Math.min(end, bits.nextClearBit(at));
            }
        }
        return ends;
    }
}
