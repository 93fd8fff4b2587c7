package io.flamemark.host;

import io.flamemark.detection.Detection;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A detection as it travels between processes.
 *
 * @param mask the pixels of a window of the image as row-major run lengths: unset, set, unset, ...
 */
record WireDetection(int label, double score, Box box, WireMask mask) {

    /** Window and runs of a mask. */
    record WireMask(int left, int top, int width, int height, List<Integer> runs) {}

    static WireDetection of(Detection detection) {
        return new WireDetection(detection.label(), detection.score(), detection.box(), wire(detection.mask()));
    }

    Detection toDetection() {
        return new Detection(label, score, box, mask(mask));
    }

    private static WireMask wire(Mask mask) {
        BitSet bits = mask.toBitSet();
        int end = mask.width() * mask.height();
        List<Integer> runs = new ArrayList<>();
        int at = 0;
        for (boolean set = false; at < end; set = !set) {
            int next = set ? bits.nextClearBit(at) : bits.nextSetBit(at);
            int stop = next < 0 ? end : Math.min(next, end);
            runs.add(stop - at);
            at = stop;
        }
        return new WireMask(mask.left(), mask.top(), mask.width(), mask.height(), runs);
    }

    private static Mask mask(WireMask wire) {
        BitSet bits = new BitSet(wire.width() * wire.height());
        int at = 0;
        boolean set = false;
        for (int run : wire.runs()) {
            bits.set(at, at + run, set);
            at += run;
            set = !set;
        }
        return new Mask(wire.left(), wire.top(), wire.width(), wire.height(), bits);
    }
}
