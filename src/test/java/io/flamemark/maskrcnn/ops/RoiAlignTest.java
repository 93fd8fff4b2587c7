package io.flamemark.maskrcnn.ops;

import static io.flamemark.maskrcnn.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoiAlignTest {

    private static final double TOLERANCE = 1e-5;

    static List<Fixture> cases() {
        return Fixture.cases("roi_align.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void poolsAndGoesBackAsTorchvisionDoes(Fixture expected) {
        try (NDManager manager = TorchRuntime.newManager()) {
            NDList levels = levels(manager, expected);
            Pyramid pyramid = Pyramid.of(levels);
            RoiAlign roiAlign = RoiAlign.of(
                    expected.integer("size"),
                    pyramid,
                    expected.doubles("scales"),
                    expected.floats("boxes"),
                    expected.ints("images"));
            NDArray pooled = roiAlign.pool(pyramid.rows());
            assertClose(expected.floats("pooled"), pooled.toFloatArray(), TOLERANCE, "pooled");
            NDArray weights = manager.create(expected.floats("weights")).reshape(pooled.getShape());
            NDList actual = pyramid.with(roiAlign.back(weights, pyramid.rows())).levels();
            List<float[]> gradients = expected.floatLists("gradients");
            for (int i = 0; i < levels.size(); i++) {
                assertClose(gradients.get(i), actual.get(i).toFloatArray(), TOLERANCE, "gradient of level " + i);
            }
        }
    }

    @Test
    void noBoxesGiveNoFeatures() {
        try (NDManager manager = TorchRuntime.newManager()) {
            Pyramid pyramid = Pyramid.of(new NDList(manager.ones(new Shape(1, 3, 4, 4))));
            NDArray pooled = RoiAlign.of(7, pyramid, new double[] {0.25}, new float[0], new int[0])
                    .pool(pyramid.rows());
            assertEquals(new Shape(0, 3, 7, 7), pooled.getShape());
        }
    }

    @Test
    void whatItMakesIsGoneWithTheManagerOfItsFeatures() {
        try (NDManager manager = TorchRuntime.newManager()) {
            Pyramid pyramid = Pyramid.of(new NDList(manager.ones(new Shape(1, 3, 4, 4))));
            RoiAlign roiAlign = RoiAlign.of(7, pyramid, new double[] {0.25}, new float[] {0, 0, 16, 16}, new int[] {0});
            int before = manager.getManagedArrays().size();
            for (int i = 0; i < 50; i++) {
                try (NDManager step = manager.newSubManager()) {
                    NDArray mine = pyramid.rows().duplicate();
                    mine.attach(step);
                    roiAlign.back(roiAlign.pool(mine), mine);
                }
            }
            assertEquals(before, manager.getManagedArrays().size());
        }
    }

    private static NDList levels(NDManager manager, Fixture expected) {
        NDList levels = new NDList();
        List<int[]> shapes = expected.intLists("shapes");
        List<float[]> values = expected.floatLists("levels");
        for (int i = 0; i < shapes.size(); i++) {
            long[] shape = Arrays.stream(shapes.get(i)).asLongStream().toArray();
            levels.add(manager.create(values.get(i)).reshape(new Shape(shape)));
        }
        return levels;
    }
}
