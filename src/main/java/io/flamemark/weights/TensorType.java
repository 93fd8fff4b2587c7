package io.flamemark.weights;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of numbers a tensor may hold, under the name safetensors gives them, and with the storage class PyTorch
 * keeps them in.
 */
public enum TensorType {
    F32("FloatStorage", Float.BYTES) {
        @Override
        float next(ByteBuffer in) {
            return in.getFloat();
        }
    },
    F16("HalfStorage", Short.BYTES) {
        @Override
        float next(ByteBuffer in) {
            return half(in.getShort());
        }
    },
    BF16("BFloat16Storage", Short.BYTES) {
        @Override
        float next(ByteBuffer in) {
            return Float.intBitsToFloat(in.getShort() << Short.SIZE);
        }
    },
    F64("DoubleStorage", Double.BYTES) {
        @Override
        float next(ByteBuffer in) {
            return (float) in.getDouble();
        }
    },
    I64("LongStorage", Long.BYTES) {
        @Override
        float next(ByteBuffer in) {
            return in.getLong();
        }
    },
    I32("IntStorage", Integer.BYTES) {
        @Override
        float next(ByteBuffer in) {
            return in.getInt();
        }
    },
    I16("ShortStorage", Short.BYTES) {
        @Override
        float next(ByteBuffer in) {
            return in.getShort();
        }
    },
    I8("CharStorage", Byte.BYTES) {
        @Override
        float next(ByteBuffer in) {
            return in.get();
        }
    },
    U8("ByteStorage", Byte.BYTES) {
        @Override
        float next(ByteBuffer in) {
            return Byte.toUnsignedInt(in.get());
        }
    },
    BOOL("BoolStorage", Byte.BYTES) {
        @Override
        float next(ByteBuffer in) {
            return in.get() == 0 ? 0 : 1;
        }
    };

    private static final int HALF_EXPONENT = 0x1f;

    /** What lies between the biases of the two exponents, 127 and 15. */
    private static final int HALF_TO_FLOAT_BIAS = 112;

    private static final int HALF_TO_FLOAT_SHIFT = 13;

    private final String storage;
    private final int width;

    TensorType(String storage, int width) {
        this.storage = storage;
        this.width = width;
    }

    /** The type safetensors calls so. */
    static Optional<TensorType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** The type of a storage class in PyTorch's module {@code torch}. */
    static Optional<TensorType> ofStorage(String storageClass) {
        return Arrays.stream(values())
                .filter(type -> type.storage.equals(storageClass))
                .findFirst();
    }

    /** PyTorch's storage class, without its module. */
    String storage() {
        return storage;
    }

    /** Bytes a number. */
    public int width() {
        return width;
    }

    /** The next number of a little-endian buffer, as near as a float comes to it. */
    abstract float next(ByteBuffer in);

    /** IEEE 754 half precision; the JDK converts it only from version 20 on. */
    private static float half(short bits) {
        int sign = (bits & 0x8000) << Short.SIZE;
        int exponent = bits >>> 10 & HALF_EXPONENT;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            float small = fraction * 0x1p-24f;
            return sign == 0 ? small : -small;
        }
        int wide = exponent == HALF_EXPONENT ? 0xff : exponent + HALF_TO_FLOAT_BIAS;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << HALF_TO_FLOAT_SHIFT);
    }
}
