package io.flamemark.maskrcnn.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Parts that are computed a second time teach their weights the same. */
class WayBackTest {

    @Test
    void gradientsAreTheSameBitForBit() {
        List<float[]> kept = gradients(way -> part -> part.get());
        List<float[]> again = gradients(way -> way::postponed);
        for (int i = 0; i < kept.size(); i++) {
            assertArrayEquals(kept.get(i), again.get(i), 0, "weight " + i);
        }
    }

    /** Of two layers one after the other and a third on top. */
    private static List<float[]> gradients(Function<WayBack, Treatment> how) {
        try (NDManager manager = TorchRuntime.newManager();
                Parameters parameters = new Parameters(manager.newSubManager(), 3)) {
            Scope root = new Scope(parameters, "");
            Conv2d first = root.in("first").convWithBias(2, 3, 3, Initializer.heNormal());
            Conv2d second = root.in("second").convWithBias(3, 4, 3, Initializer.heNormal());
            Conv2d third = root.in("third").convWithBias(4, 2, 1, Initializer.heNormal());
            NDArray x = manager.create(new float[] {1, -2, 3, 4, -5, 6, 7, 8}, new Shape(1, 2, 2, 2));
            WayBack wayBack = new WayBack();
            Treatment part = how.apply(wayBack);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray low = part.of(() -> first.rectified(x));
                NDArray middle = part.of(() -> second.rectified(low));
                NDArray high = third.apply(middle);
                wayBack.go(high.mul(high).sum(), collector);
            }
            List<float[]> gradients = new ArrayList<>();
            parameters
                    .trainable()
                    .values()
                    .forEach(weight -> gradients.add(weight.getGradient().toFloatArray()));
            return gradients;
        }
    }

    private interface Treatment {
        NDArray of(Supplier<NDArray> part);
    }
}
