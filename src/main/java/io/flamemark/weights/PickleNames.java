package io.flamemark.weights;

import io.flamemark.weights.PickleValue.Inert;
import io.flamemark.weights.PickleValue.Named;
import io.flamemark.weights.PickleValue.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The classes and functions that a checkpoint may name. Behind each name stands a few lines of Java here that make
 * plain data of its arguments; there is no way from a name to anything else.
 */
final class PickleNames {

    /** Settings, paths and scores that training scripts keep beside the weights: allowed, and not looked into. */
    private static final Set<String> INERT = Set.of(
            "argparse.Namespace",
            "torch.device",
            "pathlib.PosixPath",
            "pathlib.WindowsPath",
            "numpy.dtype",
            "numpy.core.multiarray.scalar",
            "numpy._core.multiarray.scalar",
            // How Python 3 writes bytes in the older protocols.
            "_codecs.encode");

    private static final Set<String> DICTS =
            Set.of("collections.OrderedDict", "collections.Counter", "collections.defaultdict");

    private static final Set<String> LISTS = Set.of("builtins.set", "__builtin__.set", "torch.Size");

    private static final Set<String> TENSORS = Set.of(
            "torch._utils._rebuild_tensor",
            "torch._utils._rebuild_tensor_v2",
            "torch._utils._rebuild_parameter",
            "torch._utils._rebuild_parameter_with_state");

    /** The constants for number types, and what a {@code defaultdict} makes of nothing; none can be called. */
    private static final Set<String> CONSTANTS = Set.of(
            "builtins.dict",
            "__builtin__.dict",
            "builtins.list",
            "__builtin__.list",
            "builtins.int",
            "__builtin__.int",
            "builtins.float",
            "__builtin__.float",
            "torch.float16",
            "torch.bfloat16",
            "torch.float32",
            "torch.float64",
            "torch.int8",
            "torch.uint8",
            "torch.int16",
            "torch.int32",
            "torch.int64",
            "torch.bool");

    private static final String TORCH = "torch.";

    private static final int LONGEST = 256;

    private PickleNames() {}

    /** @throws WeightsException if the name is not allowed */
    static PickleValue find(PickleInput in, String module, String simpleName) throws WeightsException {
        if (module.length() + simpleName.length() > LONGEST) {
            throw in.refused("a name without an end");
        }
        String name = module + "." + simpleName;
        if (CONSTANTS.contains(name)) {
            return new Inert(name);
        }
        if (INERT.contains(name)
                || DICTS.contains(name)
                || LISTS.contains(name)
                || TENSORS.contains(name)
                || isStorage(name)) {
            return new Named(name);
        }
        throw in.refused("the name " + name + ", which is not one of those that weights need; save only the weights, "
                + "with torch.save(model.state_dict(), file)");
    }

    static boolean isStorage(String name) {
        return name.startsWith(TORCH)
                && TensorType.ofStorage(name.substring(TORCH.length())).isPresent();
    }

    /** The number type of a storage class. */
    static TensorType storageType(Named storage) {
        return TensorType.ofStorage(storage.name().substring(TORCH.length())).orElseThrow();
    }

    /** What the function of that name makes of its arguments. */
    static Object call(PickleInput in, Named function, Tuple arguments) throws WeightsException {
        String name = function.name();
        if (INERT.contains(name)) {
            return new Inert(name);
        } else if (DICTS.contains(name)) {
            return dict(in, arguments);
        } else if (name.equals("torch.Size")) {
            return PickleTensors.argument(in, arguments, 0, Tuple.class);
        } else if (LISTS.contains(name)) {
            return PickleTensors.argument(in, arguments, 0, List.class);
        } else if (name.startsWith("torch._utils._rebuild_parameter")) {
            return PickleTensors.argument(in, arguments, 0, PickleValue.View.class);
        } else if (TENSORS.contains(name)) {
            return PickleTensors.view(in, arguments);
        }
        throw in.refused("a call of " + name);
    }

    /** Empty, or of a dict, or as Python 2 has it, of a list of pairs; a default factory is not needed. */
    private static Map<?, ?> dict(PickleInput in, Tuple arguments) throws WeightsException {
        Object content = arguments.size() > 0 ? arguments.get(0) : null;
        if (content instanceof Map<?, ?> other) {
            return other;
        }
        Map<Object, Object> dict = new LinkedHashMap<>();
        if (content instanceof List<?> pairs) {
            in.spend(pairs.size());
            for (Object pair : pairs) {
                List<?> two =
                        pair instanceof Tuple tuple ? tuple.items() : pair instanceof List<?> list ? list : List.of();
                if (two.size() != 2 || !(two.get(0) instanceof String key) || key.length() > LONGEST) {
                    throw in.refused("a dict of something else than pairs");
                }
                dict.put(key, two.get(1));
            }
        }
        return dict;
    }
}
