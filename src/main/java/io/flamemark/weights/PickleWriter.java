package io.flamemark.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes a state dict's pickle, protocol 2, with no more operations than PyTorch's own reader of weights alone allows:
 * an {@code OrderedDict} of calls of {@code torch._utils._rebuild_tensor_v2}, each naming its storage by its number.
 */
final class PickleWriter {

    private static final int PROTOCOL = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PickleWriter() {}

    static byte[] stateDict(Map<String, ? extends Tensor> tensors) {
        PickleWriter writer = new PickleWriter();
        writer.op(PickleOpcode.PROTO);
        writer.out.write(PROTOCOL);
        writer.emptyDict();
        writer.op(PickleOpcode.MARK);
        int key = 0;
        for (Map.Entry<String, ? extends Tensor> entry : tensors.entrySet()) {
            writer.text(entry.getKey());
            writer.tensor(entry.getValue(), key++);
        }
        writer.op(PickleOpcode.SETITEMS);
        writer.op(PickleOpcode.STOP);
        return writer.out.toByteArray();
    }

    private void emptyDict() {
        name("collections", "OrderedDict");
        op(PickleOpcode.EMPTY_TUPLE);
        op(PickleOpcode.REDUCE);
    }

    private void tensor(Tensor tensor, int key) {
        name("torch._utils", "_rebuild_tensor_v2");
        op(PickleOpcode.MARK);
        storage(tensor, key);
        number(0);
        numbers(tensor.shape().sides().stream().mapToLong(Long::longValue).toArray());
        numbers(tensor.shape().rowMajorStrides());
        op(PickleOpcode.NEWFALSE);
        emptyDict();
        op(PickleOpcode.TUPLE);
        op(PickleOpcode.REDUCE);
    }

    private void storage(Tensor tensor, int key) {
        op(PickleOpcode.MARK);
        text("storage");
        name("torch", tensor.type().storage());
        text(Integer.toString(key));
        text("cpu");
        number(tensor.shape().size());
        op(PickleOpcode.TUPLE);
        op(PickleOpcode.BINPERSID);
    }

    private void numbers(long... numbers) {
        op(PickleOpcode.MARK);
        for (long number : numbers) {
            number(number);
        }
        op(PickleOpcode.TUPLE);
    }

    private void number(long number) {
        if (number <= Integer.MAX_VALUE) {
            op(PickleOpcode.BININT);
            integer((int) number);
        } else {
            op(PickleOpcode.LONG1);
            out.write(Long.BYTES);
            bytes(littleEndian(Long.BYTES).putLong(number));
        }
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        op(PickleOpcode.BINUNICODE);
        integer(utf8.length);
        out.writeBytes(utf8);
    }

    private void name(String module, String name) {
        op(PickleOpcode.GLOBAL);
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void op(PickleOpcode opcode) {
        out.write(opcode.code());
    }

    private void integer(int value) {
        bytes(littleEndian(Integer.BYTES).putInt(value));
    }

    private void bytes(ByteBuffer buffer) {
        out.writeBytes(buffer.array());
    }

    private static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
