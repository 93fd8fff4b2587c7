package io.flamemark.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Pickles put together operation by operation, for what no pickler would write. */
final class PickleBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PickleBytes() {
        op(PickleOpcode.PROTO).raw(2);
    }

    PickleBytes op(PickleOpcode... opcodes) {
        for (PickleOpcode opcode : opcodes) {
            out.write(opcode.code());
        }
        return this;
    }

    PickleBytes raw(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    PickleBytes int32(long value) {
        return raw((int) value, (int) (value >> 8), (int) (value >> 16), (int) (value >> 24));
    }

    PickleBytes int64(long value) {
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
        return this;
    }

    PickleBytes number(long value) {
        return op(PickleOpcode.LONG1).raw(8).int64(value);
    }

    PickleBytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        op(PickleOpcode.BINUNICODE).int32(utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    PickleBytes global(String module, String name) {
        op(PickleOpcode.GLOBAL);
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A dict with one tensor, {@code a}, of the storage {@code 0}. */
    static PickleBytes tensor(long storageSize, long offset, long[] shape, long... strides) {
        return new PickleBytes()
                .op(PickleOpcode.EMPTY_DICT)
                .text("a")
                .view(storageSize, offset, shape, strides)
                .op(PickleOpcode.SETITEM, PickleOpcode.STOP);
    }

    /** A tensor of the storage {@code 0}. */
    PickleBytes view(long storageSize, long offset, long[] shape, long... strides) {
        global("torch._utils", "_rebuild_tensor_v2").op(PickleOpcode.MARK, PickleOpcode.MARK);
        text("storage").global("torch", "FloatStorage").text("0").text("cpu").number(storageSize);
        op(PickleOpcode.TUPLE, PickleOpcode.BINPERSID).number(offset);
        for (long[] tuple : new long[][] {shape, strides}) {
            op(PickleOpcode.MARK);
            for (long number : tuple) {
                number(number);
            }
            op(PickleOpcode.TUPLE);
        }
        return op(PickleOpcode.NEWFALSE, PickleOpcode.EMPTY_DICT, PickleOpcode.TUPLE, PickleOpcode.REDUCE);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
