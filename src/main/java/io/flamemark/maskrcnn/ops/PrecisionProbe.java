package io.flamemark.maskrcnn.ops;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.ops.Convolution.Method;
import io.flamemark.maskrcnn.ops.Convolution.Shift;
import java.util.List;

/**
 * Finds out once in a process which precision convolves quicker here. Only processors that name instructions for
 * bfloat16 are tried: on others it would be a waste of seconds.
 */
final class PrecisionProbe {

    /** Of the map that is convolved, by 600 million multiplications. */
    private static final int CHANNELS = 64;

    private static final int SIDE = 128;
    private static final int ROUNDS = 5;

    /** So much quicker it has to be: a choice at the edge would change from start to start. */
    private static final double WORTHWHILE = 0.7;

    private PrecisionProbe() {}

    /** The quicker precision; on a processor that may be either, measured on the first call. */
    static Precision quickest() {
        return suitsHalves() ? Measured.QUICKEST : Precision.FLOAT32;
    }

    /** Whether bfloat16 may be quicker where networks are computed: no card has been measured. */
    static boolean suitsHalves() {
        return hasInstructions() && !TorchRuntime.isOnCard();
    }

    private static final class Measured {
        static final Precision QUICKEST = measure();
    }

    /** Whether the processor names instructions for bfloat16. */
    static boolean hasInstructions() {
        return Processor.hasAny("amx_bf16", "avx512_bf16");
    }

    private static Precision measure() {
        try (NDManager manager = TorchRuntime.newManager()) {
            NDArray map = manager.ones(new Shape(1, CHANNELS, SIDE, SIDE));
            NDArray weight = manager.ones(new Shape(CHANNELS, CHANNELS, 3, 3));
            return TorchRuntime.withoutGradients(
                    () -> nanos(Precision.BFLOAT16, map, weight) < WORTHWHILE * nanos(Precision.FLOAT32, map, weight)
                            ? Precision.BFLOAT16
                            : Precision.FLOAT32);
        }
    }

    /** The least of some rounds, with the method each precision would take, of a map as such a layer leaves it. */
    private static long nanos(Precision precision, NDArray map, NDArray weight) {
        Method method = Method.of(map, weight, 1, Shift.NONE, precision);
        Convolution convolution = new Convolution(method, precision, 1, 1, Shift.NONE, false, false);
        long least = Long.MAX_VALUE;
        try (NDArray before = convolution.apply(map, weight, List.of(), null)) {
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                convolution.apply(before, weight, List.of(), null).close();
                least = Math.min(least, System.nanoTime() - start);
            }
        }
        return least;
    }
}
