package io.flamemark.maskrcnn.ops;

import static io.flamemark.maskrcnn.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
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
    void poolsAndDifferentiatesAsTorchvisionDoes(Fixture expected) {
        try (NDManager manager = TorchRuntime.newManager()) {
            NDList levels = levels(manager, expected);
            levels.forEach(level -> level.setRequiresGradient(true));
            RoiAlign roiAlign = new RoiAlign(expected.integer("size"));
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray pooled = roiAlign.align(
                        Pyramid.of(levels),
                        expected.doubles("scales"),
                        expected.floats("boxes"),
                        expected.ints("images"));
                assertClose(expected.floats("pooled"), pooled.toFloatArray(), TOLERANCE, "pooled");
                NDArray weights = manager.create(expected.floats("weights")).reshape(pooled.getShape());
                collector.backward(pooled.mul(weights).sum());
            }
            List<float[]> gradients = expected.floatLists("gradients");
            for (int i = 0; i < levels.size(); i++) {
                float[] actual = levels.get(i).getGradient().toFloatArray();
                assertClose(gradients.get(i), actual, TOLERANCE, "gradient of level " + i);
            }
        }
    }

    @Test
    void gradientsReachWhatTheFeaturesWereMadeFrom() {
        try (NDManager manager = TorchRuntime.newManager()) {
            NDArray kernel = manager.ones(new Shape(1));
            kernel.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray level = manager.ones(new Shape(1, 2, 8, 8)).mul(kernel);
                float[] box = {0, 0, 32, 32};
                NDArray pooled =
                        new RoiAlign(2).align(Pyramid.of(new NDList(level)), new double[] {0.25}, box, new int[] {0});
                collector.backward(pooled.sum());
            }
            assertEquals(8, kernel.getGradient().getFloat(0), TOLERANCE);
        }
    }

    @Test
    void poolsInferenceWithoutGradient() {
        try (NDManager manager = TorchRuntime.newManager()) {
            NDArray level = manager.ones(new Shape(1, 3, 4, 4));
            float[] box = {0, 0, 16, 16};
            NDArray pooled =
                    new RoiAlign(7).align(Pyramid.of(new NDList(level)), new double[] {0.25}, box, new int[] {0});
            assertEquals(new Shape(1, 3, 7, 7), pooled.getShape());
            assertClose(filled(3 * 49, 1), pooled.toFloatArray(), TOLERANCE, "pooled ones");
        }
    }

    @Test
    void noBoxesGiveNoFeatures() {
        try (NDManager manager = TorchRuntime.newManager()) {
            NDList level = new NDList(manager.ones(new Shape(1, 3, 4, 4)));
            NDArray pooled = new RoiAlign(7).align(Pyramid.of(level), new double[] {0.25}, new float[0], new int[0]);
            assertEquals(new Shape(0, 3, 7, 7), pooled.getShape());
        }
    }

    @Test
    void whatItMakesIsGoneWithTheManagerOfItsFeatures() {
        try (NDManager manager = TorchRuntime.newManager()) {
            NDArray level = manager.ones(new Shape(1, 3, 4, 4));
            RoiAlign roiAlign = new RoiAlign(7);
            int before = manager.getManagedArrays().size();
            for (int i = 0; i < 50; i++) {
                try (NDManager step = manager.newSubManager()) {
                    NDArray mine = level.duplicate();
                    mine.attach(step);
                    roiAlign.align(
                            Pyramid.of(new NDList(mine)), new double[] {0.25}, new float[] {0, 0, 16, 16}, new int[] {0
                            });
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

    private static float[] filled(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }
}
