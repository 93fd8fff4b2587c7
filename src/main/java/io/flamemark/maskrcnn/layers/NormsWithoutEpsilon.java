package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * Frozen batch norms of weights that were trained with nothing added to the variance. torchvision's official COCO
 * weights of {@code maskrcnn_resnet50_fpn} are of that kind: it sets the epsilon of every norm to 0 after loading them
 * ({@code overwrite_eps}), and some variances are so small that it matters. Here the scales take it over instead, once
 * and exactly, so that the tensors mean the same with the usual epsilon, here and in any other program.
 */
public final class NormsWithoutEpsilon {

    private static final String VARIANCE = "running_var";

    private NormsWithoutEpsilon() {}

    /** Scales the norms among just loaded parameters; call it once after loading. */
    public static void adopt(Parameters parameters) {
        Map<String, NDArray> all = parameters.all();
        all.forEach((name, variance) -> {
            if (name.endsWith("." + VARIANCE)) {
                adopt(variance, all.get(name.replace(VARIANCE, "weight")));
            }
        });
    }

    private static void adopt(NDArray variance, NDArray scale) {
        float[] variances = Parameters.values(variance);
        float[] scales = Parameters.values(scale);
        for (int i = 0; i < scales.length; i++) {
            if (variances[i] > 0) {
                scales[i] *= (float) Math.sqrt((variances[i] + FrozenBatchNorm.EPSILON) / variances[i]);
            }
        }
        Parameters.fill(scale, scales);
    }
}
