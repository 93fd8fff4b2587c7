package io.flamemark.maskrcnn.ops;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolution together with what is done to its output: a shift, a sum with another map, a rectifier. One scripted
 * function does it all, the last steps in place, so that no map is written that nobody reads.
 *
 * <p>Four methods compute the same:
 *
 * <ul>
 *   <li>a 1x1 kernel is one matrix product over pixels as rows;
 *   <li>a 3x3 kernel of stride 1 between many channels goes by {@link WinogradTiles}, with a quarter of the products;
 *   <li>everything else is left to PyTorch's own operator, with channels last where that is quicker, else first.
 * </ul>
 *
 * All but the last keep the channels of a pixel side by side in memory, and hand such maps on as they are.
 *
 * @param method how it is computed
 * @param precision of the factors and the output; sums are kept in 32 bits
 * @param stride of the kernel
 * @param padding zeros around the map, pixels
 * @param shift what is added to each channel
 * @param adds whether a map of the output's shape is added
 * @param rectifies whether what is negative in the end becomes zero
 */
public record Convolution(
        Method method, Precision precision, int stride, int padding, Shift shift, boolean adds, boolean rectifies) {

    /** How a convolution is computed. */
    public enum Method {
        POINTWISE,
        WINOGRAD,
        CHANNELS_LAST,
        DIRECT;

        /** With shorter ones the way back is up to twice as long with channels last. */
        private static final String LONG_VECTORS = "avx512f";

        /** Below so many channels the work around the products outweighs what Winograd's tiles save. */
        private static final int FEWEST_CHANNELS = 128;

        /** Below so many tiles the work on the kernels does, and their transforms take more memory than the map. */
        private static final int FEWEST_TILES = 64;

        /** The quickest method where the arrays are. */
        public static Method of(NDArray x, NDArray weight, int stride, Shift shift, Precision precision) {
            Method quickest = of(x.getShape(), weight.getShape(), stride, shift, precision);
            // A graphics card's own library has tiles of its own, and chooses its own layout.
            return quickest != POINTWISE && x.getDevice().isGpu() ? DIRECT : quickest;
        }

        /** The quickest method on this processor, as measured on such. */
        public static Method of(Shape input, Shape weight, int stride, Shift shift, Precision precision) {
            long kernel = weight.get(2);
            if (kernel == 1) {
                return POINTWISE;
            }
            // Winograd's transforms would lose what little bfloat16 leaves.
            if (precision == Precision.BFLOAT16) {
                return CHANNELS_LAST;
            }
            boolean manyChannels = Math.min(weight.get(0), weight.get(1)) >= FEWEST_CHANNELS;
            if (kernel == 3 && stride == 1 && manyChannels && WinogradTiles.count(input) >= FEWEST_TILES) {
                return WINOGRAD;
            }
            // Without a shift a norm of its own follows, whose way back is quicker with channels first.
            return shift != Shift.NONE && Processor.hasAny(LONG_VECTORS) ? CHANNELS_LAST : DIRECT;
        }
    }

    /** What is added to each channel. */
    public enum Shift {
        /** Nothing. */
        NONE("kernel = weight\n", "None"),
        /** A bias. */
        BIAS("kernel = weight\n", "bias", "bias"),
        /**
         * That of a batch norm whose statistics are frozen; its scale goes into the kernel, anew at each call, so that
         * the kernel's gradient stays exact.
         */
        FROZEN_NORM("""
                scale = torch.mul(gamma, torch.rsqrt(torch.add(variance, %s)))
                kernel = torch.mul(weight, torch.reshape(scale, [-1, 1, 1, 1]))
                shift = torch.sub(beta, torch.mul(mean, scale))
                """.formatted(Shift.EPSILON), "shift", "gamma", "beta", "mean", "variance");

        /** Added to the variance of a frozen norm. */
        public static final double EPSILON = 1e-5;

        /** Statements that make {@code kernel} of the weight, and the shift if it is not given. */
        private final String prologue;

        /** What is added, by its name in the script. */
        private final String value;

        /** Names of the arrays it needs. */
        private final List<String> parameters;

        Shift(String prologue, String value, String... parameters) {
            this.prologue = prologue;
            this.value = value;
            this.parameters = List.of(parameters);
        }
    }

    /** In TorchScript. The kernel's layout decides that of the output. */
    private static final int CHANNELS_LAST_FORMAT = 2;

    private static final TorchFunctions<Convolution> COMPILED = new TorchFunctions<>(Convolution::compile);

    /**
     * Computes it.
     *
     * @param x {@code [N, in, H, W]}
     * @param weight {@code [out, in, k, k]}
     * @param shifts what {@link Shift} asks for, each {@code [out]}
     * @param added {@code [N, out, H', W']}, or null where nothing is added
     * @return {@code [N, out, H', W']} of the precision, attached to the manager of {@code x}
     */
    public NDArray apply(NDArray x, NDArray weight, List<NDArray> shifts, NDArray added) {
        List<NDArray> arguments = new ArrayList<>(List.of(x, weight));
        arguments.addAll(shifts);
        if (adds) {
            arguments.add(added);
        }
        if (method == Method.WINOGRAD) {
            arguments.addAll(WinogradTiles.matrices());
        }
        return COMPILED.of(this).apply(arguments.toArray(NDArray[]::new));
    }

    private TorchFunction compile() {
        List<String> parameters = new ArrayList<>(List.of("x", "weight"));
        parameters.addAll(shift.parameters);
        if (adds) {
            parameters.add("added");
        }
        if (method == Method.WINOGRAD) {
            parameters.addAll(WinogradTiles.MATRICES);
        }
        return TorchFunction.compile(parameters, shift.prologue + inPrecision() + body());
    }

    /** What comes from a layer of another precision is converted; what has the right one already stays as it is. */
    private String inPrecision() {
        String all = "x = torch.to(x, %1$s)\nkernel = torch.to(kernel, %1$s)\n"
                + (shift == Shift.NONE ? "" : "%2$s = torch.to(%2$s, %1$s)\n");
        return all.formatted(precision.scalarType(), shift.value);
    }

    private String body() {
        return switch (method) {
            case POINTWISE -> pointwise();
            case WINOGRAD -> winograd();
            case CHANNELS_LAST -> direct("x, torch.contiguous(kernel, memory_format=" + CHANNELS_LAST_FORMAT + ")");
            case DIRECT -> direct("torch.contiguous(x), kernel");
        };
    }

    /** @param arguments map and kernel, laid out as wanted */
    private String direct(String arguments) {
        String pair = "[%1$s, %1$s]";
        String call = "y = torch.conv2d(%s, %s, %s, %s, [1, 1], 1)\n"
                .formatted(arguments, shift.value, pair.formatted(stride), pair.formatted(padding));
        return call + ending("added") + "return y\n";
    }

    private String pointwise() {
        String every = ", 0, " + Long.MAX_VALUE + ", " + stride + ")";
        String seen = stride == 1 ? "x" : "torch.slice(torch.slice(x, 2" + every + ", 3" + every;
        return """
                seen = torch.permute(%s, [0, 2, 3, 1])
                rows = torch.reshape(seen, [-1, torch.size(kernel, 1)])
                columns = torch.t(torch.reshape(kernel, [torch.size(kernel, 0), torch.size(kernel, 1)]))
                """.formatted(seen)
                + product()
                + ending("torch.reshape(torch.permute(added, [0, 2, 3, 1]), [-1, torch.size(kernel, 0)])")
                + """
                n, h, w, c = torch.size(x, 0), torch.size(seen, 1), torch.size(seen, 2), torch.size(kernel, 0)
                map = torch.reshape(y, [n, h, w, c])
                return torch.permute(map, [0, 3, 1, 2])
                """;
    }

    private String product() {
        return shift == Shift.NONE
                ? "y = torch.mm(rows, columns)\n"
                : "y = torch.add_(torch.mm(rows, columns), %s)\n".formatted(shift.value);
    }

    private String winograd() {
        return WinogradTiles.BODY
                + (shift == Shift.NONE ? "" : "y = torch.add_(y, %s)\n".formatted(shift.value))
                + ending("torch.permute(added, [0, 2, 3, 1])")
                + "return torch.permute(y, [0, 3, 1, 2])\n";
    }

    private String ending(String addend) {
        return (adds ? "y = torch.add_(y, " + addend + ")\n" : "") + (rectifies ? "y = torch.relu_(y)\n" : "");
    }
}
