package io.flamemark.maskrcnn.ops;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Winograd's minimal filtering for 3x3 kernels of stride 1 and padding 1 (Lavin and Gray 2016, Fast Algorithms for
 * Convolutional Neural Networks, F(4x4, 3x3)): the map is cut into tiles of 4x4 outputs, which see 6x6 inputs. Inputs
 * and kernels are transformed to 36 numbers each, multiplied place by place as 36 matrix products over the channels,
 * and transformed back: 36 products for 16 outputs instead of 144. Sums and products are exact in principle; in 32 bits
 * the result differs from the plain sum's by a few parts in 100,000 of its usual size.
 *
 * <p>It is written in PyTorch's operators, so its gradient is as cheap as itself.
 */
final class WinogradTiles {

    /** The script's names of {@link #matrices()}. */
    static final List<String> MATRICES = List.of("inputs", "kernels", "outputs");

    /**
     * From {@code x [N, in, H, W]} and {@code kernel [out, in, 3, 3]} to {@code y [N, H, W, out]}, a fresh array. The
     * padded map is cut into rows and columns of four; the last two of a tile's six are the first two of the next four.
     * It is done for about 256 tiles at a time, some images or a band of one, so that what lies between stays in the
     * processor's cache and never needs memory for the whole. A map of whole tiles is not cut to its size: what is
     * added in place to a view sends its gradient back through a copy of the whole array.
     */
    static final String BODY = """
            n, c, h, w = torch.size(x, 0), torch.size(x, 1), torch.size(x, 2), torch.size(x, 3)
            k = torch.size(kernel, 0)
            th = torch.floordiv(torch.add(h, 3), 4)
            tw = torch.floordiv(torch.add(w, 3), 4)
            bottom = torch.add(torch.sub(torch.mul(th, 4), h), 3)
            right = torch.add(torch.sub(torch.mul(tw, 4), w), 3)
            taps = torch.reshape(torch.permute(kernel, [2, 3, 1, 0]), [9, -1])
            u = torch.reshape(torch.matmul(kernels, taps), [36, c, k])
            images = annotate(List[Tensor], [])
            some = torch.split(x, torch.add(torch.floordiv(255, torch.mul(th, tw)), 1), 0)
            for i in range(torch.len(some)):
              padded = torch.constant_pad_nd(torch.permute(some[i], [0, 2, 3, 1]), [0, 0, 1, right, 1, bottom], 0)
              b = torch.size(padded, 0)
              r = torch.reshape(padded, [b, torch.add(th, 1), 4, torch.mul(torch.add(tw, 1), 4), c])
              bands = annotate(List[Tensor], [])
              high = torch.add(torch.floordiv(255, torch.mul(b, tw)), 1)
              own = torch.split(torch.slice(r, 1, 0, th, 1), high, 1)
              below = torch.split(torch.slice(torch.slice(r, 1, 1, torch.add(th, 1), 1), 2, 0, 2, 1), high, 1)
              for j in range(torch.len(own)):
                q = torch.reshape(torch.cat([own[j], below[j]], 2), [b, -1, 6, torch.add(tw, 1), 4, c])
                right2 = torch.slice(torch.slice(q, 3, 1, torch.add(tw, 1), 1), 4, 0, 2, 1)
                tiles = torch.cat([torch.slice(q, 3, 0, tw, 1), right2], 4)
                places = torch.reshape(torch.permute(tiles, [2, 4, 0, 1, 3, 5]), [36, -1])
                v = torch.reshape(torch.matmul(inputs, places), [36, -1, c])
                m = torch.matmul(outputs, torch.reshape(torch.bmm(v, u), [36, -1]))
                o = torch.permute(torch.reshape(m, [4, 4, b, -1, tw, k]), [2, 3, 0, 4, 1, 5])
                _0 = torch.append(bands, torch.reshape(o, [b, -1, torch.mul(tw, 4), k]))
              _1 = torch.append(images, torch.cat(bands, 1))
            whole = torch.cat(images, 0)
            if torch.eq(torch.mul(torch.mul(th, tw), 16), torch.mul(h, w)):
              y = whole
            else:
              y = torch.contiguous(torch.slice(torch.slice(whole, 1, 0, h, 1), 2, 0, w, 1))
            """;

    private static final int TILE = 4;

    /** The paper's B transposed: six inputs along an axis. */
    private static final double[][] INPUTS = {
        {4, 0, -5, 0, 1, 0},
        {0, -4, -4, 1, 1, 0},
        {0, 4, -4, -1, 1, 0},
        {0, -2, -1, 2, 1, 0},
        {0, 2, -1, -2, 1, 0},
        {0, 4, 0, -5, 0, 1}
    };

    /** The paper's G: three taps of a kernel along an axis. */
    private static final double[][] KERNELS = {
        {1 / 4.0, 0, 0},
        {-1 / 6.0, -1 / 6.0, -1 / 6.0},
        {-1 / 6.0, 1 / 6.0, -1 / 6.0},
        {1 / 24.0, 1 / 12.0, 1 / 6.0},
        {1 / 24.0, -1 / 12.0, 1 / 6.0},
        {0, 0, 1}
    };

    /** The paper's A transposed: four outputs along an axis. */
    private static final double[][] OUTPUTS = {
        {1, 1, 1, 1, 1, 0},
        {0, 1, -1, 2, -2, 0},
        {0, 1, 1, 4, 4, 0},
        {0, 1, -1, 8, -8, 1}
    };

    private WinogradTiles() {}

    /** How many tiles a batch of maps {@code [N, C, H, W]} is cut into. */
    static long count(Shape maps) {
        return maps.get(0) * ((maps.get(2) + TILE - 1) / TILE) * ((maps.get(3) + TILE - 1) / TILE);
    }

    /** The three transforms over both axes at once, {@code [36, 36]}, {@code [36, 9]} and {@code [16, 36]}. */
    static List<NDArray> matrices() {
        return Constants.MATRICES;
    }

    /** Made on first use and kept for the life of the process; only the processor goes by these tiles. */
    private static final class Constants {

        private static final NDManager MANAGER = TorchRuntime.newProcessorManager();

        static final List<NDArray> MATRICES = List.of(bothAxes(INPUTS), bothAxes(KERNELS), bothAxes(OUTPUTS));

        /** The Kronecker product of a transform with itself: rows by rows, then columns by columns. */
        private static NDArray bothAxes(double[][] along) {
            int rows = along.length;
            int columns = along[0].length;
            float[] both = new float[rows * rows * columns * columns];
            int at = 0;
            for (double[] first : along) {
                for (double[] second : along) {
                    for (double vertical : first) {
                        for (double horizontal : second) {
                            both[at++] = (float) (vertical * horizontal);
                        }
                    }
                }
            }
            return MANAGER.create(both, new Shape((long) rows * rows, (long) columns * columns));
        }
    }
}
