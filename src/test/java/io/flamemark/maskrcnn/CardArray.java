package io.flamemark.maskrcnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * An array that behaves, for those who read it, as DJL's on a graphics card: it is copied to main memory first, and the
 * copy stays with a manager below the one that owns the array read.
 */
public final class CardArray implements InvocationHandler {

    private final float[] values;
    private final List<NDArray> copies;
    private NDManager owner;

    private CardArray(NDManager owner, float[] values, List<NDArray> copies) {
        this.owner = owner;
        this.values = values;
        this.copies = copies;
    }

    /** @param copies is told of every copy that is made */
    public static NDArray of(NDManager owner, float[] values, List<NDArray> copies) {
        return proxy(new CardArray(owner, values, copies));
    }

    /** Of those made so far, how many nobody has freed. */
    public static long left(List<NDArray> copies) {
        return copies.stream().filter(copy -> !((PtNDArray) copy).isReleased()).count();
    }

    private static NDArray proxy(CardArray array) {
        return (NDArray)
                Proxy.newProxyInstance(CardArray.class.getClassLoader(), new Class<?>[] {NDArray.class}, array);
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "getManager" -> owner;
            case "getShape" -> new Shape(values.length);
            case "stopGradient" -> proxy(new CardArray(owner, values, copies));
            case "attach" -> {
                owner = (NDManager) arguments[0];
                yield null;
            }
            case "toFloatArray" -> copied();
            case "getFloat" -> copied()[0];
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private float[] copied() {
        NDArray copy = owner.newSubManager().create(values);
        copies.add(copy);
        return copy.toFloatArray();
    }
}
