package io.flamemark.maskrcnn.ops;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.flamemark.maskrcnn.ops.AnchorGenerator.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A feature pyramid (Lin et al. 2017, Feature Pyramid Networks) as one matrix of pixels. Those who look at single pixels,
 * the losses of the region proposal network and RoIAlign, find them all in one place, and what they learn comes together
 * there before it goes back to the levels.
 *
 * @param rows {@code [N, sum(H * W), C]}: by level, finest first, then row, then column
 * @param grids the sizes of the levels' maps
 */
public record Pyramid(NDArray rows, Grid[] grids) {

    /** By the number of levels. */
    private static final TorchFunctions<Integer> ROWS = new TorchFunctions<>(Pyramid::rowsOf);

    /**
     * Lays the levels of a pyramid out as rows of 32-bit numbers; gradients flow back through it.
     *
     * @param levels finest first, {@code [N, C, H, W]} each; at least one
     */
    public static Pyramid of(NDList levels) {
        NDArray rows = ROWS.of(levels.size()).apply(levels.toArray(NDArray[]::new));
        return new Pyramid(rows, grids(levels));
    }

    /** The sizes of maps, {@code [N, C, H, W]} each. */
    public static Grid[] grids(NDList maps) {
        return maps.stream()
                .map(NDArray::getShape)
                .map(shape -> new Grid((int) shape.get(2), (int) shape.get(3)))
                .toArray(Grid[]::new);
    }

    /** The same pyramid of other numbers, of the same shape. */
    public Pyramid with(NDArray others) {
        return new Pyramid(others, grids);
    }

    /** Pixels of all levels of one image. */
    public int pixels() {
        return Arrays.stream(grids).mapToInt(Grid::pixels).sum();
    }

    /** C. */
    public long channels() {
        return rows.getShape().get(2);
    }

    /** The owner of what is made of this. */
    public NDManager manager() {
        return rows.getManager();
    }

    /** The maps of the levels, {@code [N, C, H, W]} each; they share the memory of the rows. */
    public NDList levels() {
        NDList levels = new NDList(grids.length);
        int start = 0;
        for (Grid grid : grids) {
            int end = start + grid.pixels();
            NDArray level = rows.get(new NDIndex(":, " + start + ":" + end));
            levels.add(level.reshape(rows.getShape().get(0), grid.height(), grid.width(), channels())
                    .transpose(0, 3, 1, 2));
            start = end;
        }
        return levels;
    }

    private static TorchFunction rowsOf(int count) {
        List<String> levels = TorchFunction.numbered("level", count);
        String pixels = levels.stream()
                .map("torch.permute(torch.flatten(%s, 2, -1), [0, 2, 1])"::formatted)
                .collect(Collectors.joining(", "));
        return TorchFunction.compile(
                levels, "return torch.to(torch.cat([%s], 1), %s)\n".formatted(pixels, Precision.FLOAT32.scalarType()));
    }
}
