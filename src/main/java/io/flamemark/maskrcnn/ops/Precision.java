package io.flamemark.maskrcnn.ops;

import java.util.Locale;
import java.util.Optional;

/**
 * The numbers that convolutions and fully connected layers multiply, and of which the maps between them are made.
 * Weights, sums within a layer, predictors, losses and everything else stay in 32 bits either way.
 */
public enum Precision {
    /** 32 bits throughout. */
    FLOAT32(6),
    /**
     * bfloat16, the first half of a 32-bit number, for processors with instructions for it; on one without them a
     * convolution took ten times as long. Results differ by about a percent.
     */
    BFLOAT16(15);

    private final int scalarType;

    Precision(int scalarType) {
        this.scalarType = scalarType;
    }

    /** The number that PyTorch's {@code ScalarType} has for it, which TorchScript asks for. */
    public int scalarType() {
        return scalarType;
    }

    /**
     * The choice named in a configuration for learning.
     *
     * @param name {@code float32}, {@code bfloat16}, or {@code auto}: bfloat16 where this machine was measured to be
     *     quicker with it
     * @param begunWith the title of what a run that goes on was begun with: another measurement might come out
     *     otherwise, and it goes on bit for bit. Halves are not kept to on a processor without the instructions,
     *     nor on a graphics card, which goes on otherwise anyway.
     */
    public static Precision forTraining(String name, Optional<String> begunWith) {
        if (!name.equals("auto")) {
            return named(name);
        }
        return begunWith
                .map(Precision::named)
                .filter(before -> before == FLOAT32 || PrecisionProbe.suitsHalves())
                .orElseGet(PrecisionProbe::quickest);
    }

    /** Its name in configurations and checkpoints. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice named in a configuration for looking; {@code auto} keeps scores exact to the last digits. */
    public static Precision forDetection(String name) {
        return name.equals("auto") ? FLOAT32 : named(name);
    }

    private static Precision named(String name) {
        return switch (name) {
            case "float32" -> FLOAT32;
            case "bfloat16" -> BFLOAT16;
            default ->
                throw new IllegalArgumentException(
                        "no precision named " + name + "; there are auto, float32 and bfloat16");
        };
    }
}
