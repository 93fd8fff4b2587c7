package io.flamemark.weights;

import io.flamemark.weights.PickleValue.Bytes;
import io.flamemark.weights.PickleValue.Inert;
import io.flamemark.weights.PickleValue.Storage;
import io.flamemark.weights.PickleValue.Tuple;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a pickle as data. Only the operations that make up checkpoints are known, and only the classes of
 * {@link PickleNames}: any other is refused by its name, and none is ever loaded or run. What a pickle may cost is
 * bounded by the number of its operations and the length of its texts; values are shared, never copied, so that
 * nesting costs nothing.
 *
 * @see <a href="https://github.com/python/cpython/blob/main/Lib/pickle.py">the machine it stands for</a>
 */
final class PickleReader {

    /** Longer numbers than the one that PyTorch's older files begin with have no use. */
    private static final int LONGEST_NUMBER = 16;

    private static final Set<Class<?>> KEYS = Set.of(String.class, Long.class, Double.class, Boolean.class);

    private final PickleInput in;
    private final Map<String, Storage> storages;
    private final PickleStack stack;

    private PickleReader(PickleInput in, Map<String, Storage> storages) {
        this.in = in;
        this.storages = storages;
        this.stack = new PickleStack(in);
    }

    /**
     * Reads one value; the input then stands behind it.
     *
     * @param storages gains those that the value refers to
     * @throws WeightsException if it is damaged, too large, or holds what is not allowed
     */
    static Object read(PickleInput in, Map<String, Storage> storages) throws IOException {
        return new PickleReader(in, storages).run();
    }

    private Object run() throws IOException {
        while (true) {
            in.spend(1);
            int code = in.unsignedByte();
            PickleOpcode opcode = PickleOpcode.of(code);
            if (opcode == PickleOpcode.STOP) {
                return stack.pop();
            }
            if (opcode == null) {
                throw in.refused("an unknown operation " + code);
            }
            if (!scalar(opcode) && !container(opcode) && !control(opcode)) {
                throw in.refused("the operation " + opcode + ", which checkpoints do not need");
            }
        }
    }

    private boolean scalar(PickleOpcode opcode) throws IOException {
        switch (opcode) {
            case NONE -> stack.push(null);
            case NEWTRUE -> stack.push(true);
            case NEWFALSE -> stack.push(false);
            case BININT -> stack.push((long) in.integer());
            case BININT1 -> stack.push((long) in.unsignedByte());
            case BININT2 -> stack.push((long) in.unsignedShort());
            case LONG1 -> stack.push(number(in.unsignedByte()));
            case LONG4 -> stack.push(number(in.integer()));
            case BINFLOAT -> stack.push(in.bigEndianDouble());
            case BINUNICODE -> stack.push(in.utf8(Integer.toUnsignedLong(in.integer())));
            case SHORT_BINUNICODE, SHORT_BINSTRING -> stack.push(in.utf8(in.unsignedByte()));
            case BINUNICODE8 -> stack.push(in.utf8(in.longInteger()));
            case BINSTRING -> stack.push(in.utf8(in.integer()));
            case BINBYTES -> stack.push(bytes(Integer.toUnsignedLong(in.integer())));
            case SHORT_BINBYTES -> stack.push(bytes(in.unsignedByte()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean container(PickleOpcode opcode) throws IOException {
        switch (opcode) {
            case EMPTY_LIST, EMPTY_SET -> stack.push(new ArrayList<>());
            case EMPTY_DICT -> stack.push(new LinkedHashMap<>());
            case EMPTY_TUPLE -> stack.push(new Tuple(List.of()));
            case LIST -> stack.push(stack.popToMark());
            case TUPLE -> stack.push(new Tuple(stack.popToMark()));
            case TUPLE1 -> stack.push(new Tuple(stack.pop(1)));
            case TUPLE2 -> stack.push(new Tuple(stack.pop(2)));
            case TUPLE3 -> stack.push(new Tuple(stack.pop(3)));
            case DICT -> {
                List<Object> pairs = stack.popToMark();
                stack.push(new LinkedHashMap<>());
                put(pairs);
            }
            case APPEND -> add(Collections.singletonList(stack.pop()));
            case APPENDS, ADDITEMS -> add(stack.popToMark());
            case SETITEM -> put(stack.pop(2));
            case SETITEMS -> put(stack.popToMark());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean control(PickleOpcode opcode) throws IOException {
        switch (opcode) {
            case PROTO -> in.unsignedByte();
            case FRAME -> in.longInteger();
            case MARK -> stack.mark();
            case POP -> stack.pop();
            case POP_MARK -> stack.popToMark();
            case BINPUT -> stack.remember(in.unsignedByte());
            case LONG_BINPUT -> stack.remember(in.integer());
            case MEMOIZE -> stack.rememberNext();
            case BINGET -> stack.push(stack.recall(in.unsignedByte()));
            case LONG_BINGET -> stack.push(stack.recall(in.integer()));
            case GLOBAL -> stack.push(PickleNames.find(in, in.line(), in.line()));
            case STACK_GLOBAL -> {
                String name = stack.pop(String.class, "a name");
                stack.push(PickleNames.find(in, stack.pop(String.class, "a module's name"), name));
            }
            case REDUCE, NEWOBJ -> {
                Tuple arguments = stack.pop(Tuple.class, "a tuple");
                stack.push(PickleNames.call(in, stack.pop(PickleValue.Named.class, "an allowed class"), arguments));
            }
            case BUILD -> build(stack.pop());
            case BINPERSID -> stack.push(known(PickleTensors.storage(in, stack.pop(Tuple.class, "a tuple"))));
            default -> {
                return false;
            }
        }
        return true;
    }

    private Storage known(Storage storage) throws WeightsException {
        Storage before = storages.putIfAbsent(storage.key(), storage);
        if (before != null && (before.type() != storage.type() || before.keySize() != storage.keySize())) {
            throw in.refused("a storage that is described in two ways");
        }
        return storage;
    }

    /** Attributes of a thing are of no use here; a dict's are the versions of PyTorch's modules. */
    private void build(Object state) throws WeightsException {
        if (!(stack.top() instanceof Map || stack.top() instanceof Inert) || state instanceof PickleValue.Named) {
            throw in.refused("attributes for a thing that has none");
        }
    }

    private Object number(int length) throws IOException {
        if (length < 0 || length > LONGEST_NUMBER) {
            throw in.refused("a number of " + Integer.toUnsignedString(length) + " bytes");
        }
        byte[] littleEndian = in.bytes(length);
        byte[] bigEndian = new byte[length + 1];
        for (int i = 0; i < length; i++) {
            bigEndian[length - i] = littleEndian[i];
        }
        bigEndian[0] = (byte) (length > 0 && littleEndian[length - 1] < 0 ? -1 : 0);
        BigInteger number = new BigInteger(bigEndian);
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    private Bytes bytes(long length) throws IOException {
        return new Bytes(in.bytes(length).length);
    }

    @SuppressWarnings("unchecked")
    private void add(List<Object> items) throws WeightsException {
        stack.top(List.class, "a list").addAll(items);
    }

    @SuppressWarnings("unchecked")
    private void put(List<Object> pairs) throws WeightsException {
        Map<Object, Object> dict = stack.top(Map.class, "a dict");
        if (pairs.size() % 2 != 0) {
            throw in.refused("a key without a value");
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            Object key = pairs.get(i);
            if (key != null && !KEYS.contains(key.getClass())
                    || key instanceof String k && k.length() > TensorFile.LONGEST_NAME) {
                throw in.refused("a dict with keys that are neither short texts nor numbers");
            }
            dict.put(key, pairs.get(i + 1));
        }
    }
}
