package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.ops.Precision;

/**
 * A place in the tree of parameter names, and the layers that can be made there.
 *
 * @param prefix the names of all that is made there begin with it and a dot; empty at the root
 * @param precision of what the layers multiply
 */
public record Scope(Parameters parameters, String prefix, Precision precision) {

    /** The scope one level down. */
    public Scope in(String name) {
        return new Scope(parameters, prefix.isEmpty() ? name : prefix + "." + name, precision);
    }

    /** The scope of one member of a sequence. */
    public Scope in(int index) {
        return in(Integer.toString(index));
    }

    /** The same place for layers of another precision. */
    public Scope with(Precision other) {
        return new Scope(parameters, prefix, other);
    }

    /** A convolution without bias, padded so that stride 1 keeps the size. */
    public Conv2d conv(int in, int out, int kernel, int stride, Initializer initializer) {
        return new Conv2d(
                weight("weight", new Shape(out, in, kernel, kernel), initializer), null, stride, kernel / 2, precision);
    }

    /** A convolution with a bias that starts at zero, stride 1, padded to keep the size. */
    public Conv2d convWithBias(int in, int out, int kernel, Initializer initializer) {
        NDArray weight = weight("weight", new Shape(out, in, kernel, kernel), initializer);
        return new Conv2d(weight, weight("bias", new Shape(out), Initializer.constant(0)), 1, kernel / 2, precision);
    }

    /** A fully connected layer with a bias that starts at zero. */
    public Linear linear(int in, int out, Initializer initializer) {
        NDArray weight = weight("weight", new Shape(out, in), initializer);
        return new Linear(weight, weight("bias", new Shape(out), Initializer.constant(0)), precision);
    }

    /** A trained tensor of this scope. */
    public NDArray weight(String name, Shape shape, Initializer initializer) {
        return parameters.weight(in(name).prefix, shape, initializer);
    }

    /** A stored but untrained tensor of this scope. */
    public NDArray buffer(String name, Shape shape, Initializer initializer) {
        return parameters.buffer(in(name).prefix, shape, initializer);
    }
}
