package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.ops.TorchFunction;
import java.util.List;

/** What follows a normalised map, done in place, which norms allow: their way back does not need their output. */
enum Ending {
    RECTIFIED(List.of("x"), "return torch.relu_(x)"),
    SUM(List.of("x", "added"), "return torch.add_(x, added)"),
    RECTIFIED_SUM(List.of("x", "added"), "return torch.relu_(torch.add_(x, added))");

    private final TorchFunction function;

    Ending(List<String> parameters, String body) {
        function = TorchFunction.compile(parameters, body);
    }

    static Ending of(boolean adds, boolean rectifies) {
        return !adds ? RECTIFIED : rectifies ? RECTIFIED_SUM : SUM;
    }

    /** @param added null for {@link #RECTIFIED} */
    NDArray apply(NDArray x, NDArray added) {
        return added == null ? function.apply(x) : function.apply(x, added);
    }
}
