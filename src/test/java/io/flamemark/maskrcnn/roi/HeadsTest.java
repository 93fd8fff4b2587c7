package io.flamemark.maskrcnn.roi;

import static io.flamemark.maskrcnn.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.Formula;
import io.flamemark.maskrcnn.Reference;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.ops.Convolution.Method;
import io.flamemark.maskrcnn.ops.Convolution.Shift;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The box head and the mask head with their outputs. */
class HeadsTest {

    private static final Reference EXPECTED = Reference.of("parts.safetensors");
    private static final int CHANNELS = 8;
    private static final int CLASSES = 5;

    private final NDManager manager = TorchRuntime.newManager();
    private final Parameters parameters = Parameters.zeros(TorchRuntime.newManager());
    private final Scope scope = new Scope(parameters, "", Precision.FLOAT32).in("roi_heads");

    @AfterEach
    void close() {
        parameters.close();
        manager.close();
    }

    @Test
    void theBoxHeadJudgesAsTorchvisionDoes() {
        BoxHead head = new BoxHead(scope, CHANNELS, 32, CLASSES);
        Formula.fill(parameters);
        NDArray pooled = Formula.array(manager, "pooled", 4, 6, CHANNELS, 7, 7);
        BoxHead.Output output = TorchRuntime.withoutGradients(() -> head.apply(pooled));
        assertClose(EXPECTED.floats("box.logits"), output.logits().toFloatArray(), 1e-5, "logit");
        assertClose(EXPECTED.floats("box.offsets"), output.offsets().toFloatArray(), 1e-5, "offset");
    }

    /** Convolutions of many channels go by Winograd's tiles, which are quicker and round a little more. */
    @ParameterizedTest
    @CsvSource({"narrow, 3, 8, false, 1e-5", "wide, 5, 144, true, 5e-5"})
    void theMaskHeadDrawsAsTorchvisionDoes(String name, int boxes, int channels, boolean byTiles, double tolerance) {
        Shape shape = new Shape(boxes, channels, 14, 14);
        Shape weight = new Shape(channels, channels, 3, 3);
        assertEquals(byTiles, Method.of(shape, weight, 1, Shift.BIAS, Precision.FLOAT32) == Method.WINOGRAD);
        MaskHead head = new MaskHead(scope, Norm.Kind.FROZEN, channels, 3, CLASSES);
        Formula.fill(parameters);
        NDArray pooled = Formula.array(manager, name + " masks", 4, shape.getShape());
        NDArray logits = TorchRuntime.withoutGradients(() -> head.apply(pooled));
        assertClose(EXPECTED.floats("mask." + name), logits.toFloatArray(), tolerance, "logit");
    }
}
