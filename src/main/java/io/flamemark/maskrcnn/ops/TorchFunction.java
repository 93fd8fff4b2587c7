package io.flamemark.maskrcnn.ops;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A function of arrays written in TorchScript: the way to the PyTorch operators that DJL has no method for. Gradients
 * flow through it. The source is the serialised form of TorchScript (typed, operators with positional arguments), given
 * as text; {@link TorchArchive} wraps it into the file format that libtorch loads.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/jit_language_reference_v2.html">TorchScript language reference</a>
 */
public final class TorchFunction implements AutoCloseable {

    private final NDManager manager;
    private final PtSymbolBlock module;

    private TorchFunction(NDManager manager, PtSymbolBlock module) {
        this.manager = manager;
        this.module = module;
    }

    /**
     * Compiles a function.
     *
     * @param parameters the names of the arrays it takes, in order
     * @param body its statements, one a line and not indented, the last one a {@code return} of one tensor
     */
    public static TorchFunction compile(List<String> parameters, String body) {
        NDManager manager = TorchRuntime.newProcessorManager();
        byte[] archive = TorchArchive.of(source(parameters, body));
        try {
            PtSymbolBlock module =
                    JniUtils.loadModule((PtNDManager) manager, new ByteArrayInputStream(archive), false, false);
            return new TorchFunction(manager, module);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of parameters of one kind: the stem and a number from 0. */
    public static List<String> numbered(String stem, int count) {
        return IntStream.range(0, count).mapToObj(i -> stem + i).toList();
    }

    /**
     * Calls the function. The result is attached to the manager of the first argument; it takes part in the gradient
     * when called inside a gradient collector.
     */
    public NDArray apply(NDArray... arguments) {
        return IValueUtils.forward(module, new NDList(arguments), true).singletonOrThrow();
    }

    @Override
    public void close() {
        module.close();
        manager.close();
    }

    private static String source(List<String> parameters, String body) {
        String typed = parameters.stream().map(name -> ", " + name + ": Tensor").collect(Collectors.joining());
        return """
                class M(Module):
                  __parameters__ = []
                  __buffers__ = []
                  training : bool
                  def forward(self: __torch__.M%s) -> Tensor:
                """.formatted(typed) + body.strip().indent(4);
    }
}
