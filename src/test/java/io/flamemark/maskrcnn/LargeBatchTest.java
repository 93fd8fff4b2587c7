package io.flamemark.maskrcnn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.backbone.ResNetFpn;
import io.flamemark.maskrcnn.backbone.ResNetKind;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.layers.WayBack;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.Pyramid;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A batch so large that some of its maps are computed twice teaches the same as one whose maps are all kept. */
class LargeBatchTest {

    /** As many pixels as one image of 512x512 has, in several images: each is computed again on its own. */
    private static final int IMAGES = 2;

    private static final int SIDE = 384;

    @ParameterizedTest
    @CsvSource({"all, frozen", "4+, group", "heads, frozen"})
    void sparingMemoryChangesNoGradient(String stages, String norm) {
        Map<String, float[]> kept = gradients(stages, norm, WayBackTo::keeping);
        Map<String, float[]> spared = gradients(stages, norm, WayBackTo::sparing);
        assertEquals(kept.keySet(), spared.keySet());
        kept.forEach((name, expected) -> {
            float largest = 0;
            for (float value : expected) {
                largest = Math.max(largest, Math.abs(value));
            }
            assertTrue(largest > 0, name + " learns nothing");
            assertArrayEquals(expected, spared.get(name), 1e-4f * largest, name);
        });
    }

    private interface WayBackTo {

        void learn(ResNetFpn backbone, NDArray images, GradientCollector collector);

        static void keeping(ResNetFpn backbone, NDArray images, GradientCollector collector) {
            collector.backward(loss(backbone.pyramid(backbone.stages(images, WayBack.none()))));
        }

        static void sparing(ResNetFpn backbone, NDArray images, GradientCollector collector) {
            WayBack wayBack = WayBack.of(collector);
            backbone.beyondPyramid(
                    backbone.stages(images, wayBack), wayBack, pyramid -> wayBack.learn(loss(pyramid))[0]);
            wayBack.finish();
        }

        /** Not the square, whose mean a norm keeps as it is: there would be nothing to learn but roundings. */
        private static NDArray loss(Pyramid pyramid) {
            return pyramid.levels().stream()
                    .map(level -> level.mul(wave(level.getManager(), level.getShape(), 0.91f))
                            .mean())
                    .reduce(NDArray::add)
                    .orElseThrow();
        }
    }

    private static NDArray wave(NDManager manager, Shape shape, float step) {
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(step * i);
        }
        return manager.create(values, shape);
    }

    private static Map<String, float[]> gradients(String stages, String norm, WayBackTo way) {
        try (NDManager manager = TorchRuntime.newManager();
                Parameters parameters = new Parameters(manager.newSubManager(), 5)) {
            ResNetFpn backbone = new ResNetFpn(
                    new Scope(parameters, "", Precision.FLOAT32).in("backbone"),
                    ResNetKind.named("resnet18"),
                    Norm.Kind.named(norm),
                    32,
                    32);
            TinyNetwork.wakeBlocks(parameters);
            TrainableStages.named(stages).apply(parameters);
            NDArray images = wave(manager, new Shape(IMAGES, 3, SIDE, SIDE), 0.37f);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                way.learn(backbone, images, collector);
            }
            Map<String, float[]> gradients = new TreeMap<>();
            parameters
                    .trainable()
                    .forEach((name, weight) ->
                            gradients.put(name, weight.getGradient().toFloatArray()));
            return gradients;
        }
    }
}
