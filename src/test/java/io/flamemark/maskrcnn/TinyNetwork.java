package io.flamemark.maskrcnn;

import ai.djl.ndarray.NDManager;
import io.flamemark.geometry.Polygon;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.run.RunConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The smallest network worth testing, and a batch for it. */
public final class TinyNetwork {

    public static final RunConfig.Network NETWORK =
            new RunConfig.Network("resnet18", 16, "group", "scratch", "none", 64, 64, 32, 32, 1, "all");

    public static final RunConfig.Sampling SAMPLING = new RunConfig.Sampling(32, 50, 20, 16, 0.25, 5, 0.05, 0.5);

    private TinyNetwork() {}

    public static MaskRcnn create() {
        return new MaskRcnn(NETWORK, SAMPLING, 2, 7);
    }

    /** Moves the last scale of each residual block off 0: until then the weights within have no gradient. */
    public static void wakeBlocks(Parameters parameters) {
        TorchRuntime.withoutGradients(() -> {
            parameters.all().forEach((name, scale) -> {
                if (name.endsWith("bn2.weight")) {
                    scale.addi(0.5f);
                }
            });
            return null;
        });
    }

    /** The values of all tensors, by name. */
    public static Map<String, float[]> values(MaskRcnn network) {
        Map<String, float[]> values = new LinkedHashMap<>();
        network.parameters().all().forEach((name, tensor) -> values.put(name, tensor.toFloatArray()));
        return values;
    }

    /** Two images of noise, 64 x 64. */
    public static ImageBatch batch(NDManager manager) {
        Random random = new Random(5);
        float[] pixels = new float[2 * 3 * 64 * 64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        return new ImageBatch(
                manager, List.of(new ImageSize(64, 60), new ImageSize(50, 64)), new ImageSize(64, 64), () -> pixels);
    }

    /** Two objects on the first image, none on the second. */
    public static List<Truth> truths() {
        Polygon triangle = Polygon.of(4, 6, 40, 6, 20, 44);
        Polygon square = Polygon.of(44, 40, 60, 40, 60, 56, 44, 56);
        Truth first = new Truth(
                new float[] {4, 6, 40, 44, 44, 40, 60, 56},
                new int[] {1, 1},
                List.of(List.of(triangle), List.of(square)));
        return List.of(first, Truth.none());
    }
}
