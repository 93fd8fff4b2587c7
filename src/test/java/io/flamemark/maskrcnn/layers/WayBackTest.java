package io.flamemark.maskrcnn.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Ways back that hold fewer maps at a time teach the weights the same. */
class WayBackTest {

    @Test
    void whatIsComputedAgainTeachesTheSame() {
        List<float[]> kept = gradients((way, part, x) -> part.apply(x));
        List<float[]> again =
                gradients((way, part, x) -> way.postponed(new NDList(x), one -> new NDList(part.apply(one.head())))
                        .head());
        for (int i = 0; i < kept.size(); i++) {
            assertArrayEquals(kept.get(i), again.get(i), 1e-4f, "weight " + i);
        }
    }

    @Test
    void whatLiesBeyondInPartsTeachesTheSame() {
        List<float[]> whole = gradients((way, part, x) -> part.apply(x));
        List<float[]> parts = gradients(
                (way, part, x) -> part.apply(x),
                (way, high) -> way.beyond(high.split(new long[] {1}), each -> {
                    each.forEach(one -> way.learn(one.mul(one).sum()));
                    return null;
                }));
        for (int i = 0; i < whole.size(); i++) {
            assertArrayEquals(whole.get(i), parts.get(i), 1e-4f, "weight " + i);
        }
    }

    @Test
    void aDetourTeachesWhatItsOwnWayBackSays() {
        List<float[]> whole = gradients(
                (way, part, x) -> part.apply(x),
                (way, high) -> way.learn(high.mul(3).mul(high.mul(3)).sum()));
        WayBack.Detour threefold = new WayBack.Detour(map -> map.mul(3), gradient -> gradient.mul(3));
        List<float[]> detour = gradients(
                (way, part, x) -> part.apply(x),
                (way, high) -> way.beyond(
                        high, threefold, map -> way.learn(map.mul(map).sum())));
        for (int i = 0; i < whole.size(); i++) {
            assertArrayEquals(whole.get(i), detour.get(i), 1e-3f, "weight " + i);
        }
    }

    @Test
    void whatADetourMadeIsFreedBeforeItsGradientIsLedBack() {
        List<NDArray> made = new ArrayList<>();
        WayBack.Detour threefold = new WayBack.Detour(
                map -> {
                    NDArray all = map.mul(3);
                    made.add(all);
                    return all;
                },
                gradient -> {
                    assertTrue(((PtNDArray) made.get(0)).isReleased());
                    made.add(gradient);
                    return gradient.mul(3);
                });
        gradients(
                (way, part, x) -> part.apply(x),
                (way, high) -> way.beyond(high, threefold, map -> way.learn(map.sum())));
        assertEquals(2, made.size());
        assertTrue(((PtNDArray) made.get(1)).isReleased());
    }

    private static List<float[]> gradients(Treatment part) {
        return gradients(part, (way, high) -> way.learn(high.mul(high).sum()));
    }

    /** Of two layers one after the other and a third on top, from two images. */
    private static List<float[]> gradients(Treatment part, BiFunction<WayBack, NDArray, Object> loss) {
        try (NDManager manager = TorchRuntime.newManager();
                Parameters parameters = new Parameters(manager.newSubManager(), 3)) {
            Scope root = new Scope(parameters, "", Precision.FLOAT32);
            Conv2d first = root.in("first").convWithBias(2, 3, 3, Initializer.heNormal());
            Conv2d second = root.in("second").convWithBias(3, 4, 3, Initializer.heNormal());
            Conv2d third = root.in("third").convWithBias(4, 2, 1, Initializer.heNormal());
            float[] pixels = {1, -2, 3, 4, -5, 6, 7, 8, 2, 3, -1, 4, 4, -6, 1, 5};
            NDArray x = manager.create(pixels, new Shape(2, 2, 2, 2));
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                WayBack wayBack = WayBack.of(collector);
                NDArray low = part.of(wayBack, first::rectified, x);
                NDArray middle = part.of(wayBack, second::rectified, low);
                loss.apply(wayBack, third.apply(middle));
                wayBack.finish();
            }
            return parameters.trainable().values().stream()
                    .map(weight -> weight.getGradient().toFloatArray())
                    .toList();
        }
    }

    private interface Treatment {
        NDArray of(WayBack wayBack, UnaryOperator<NDArray> part, NDArray x);
    }
}
