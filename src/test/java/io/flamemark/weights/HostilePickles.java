package io.flamemark.weights;

import static io.flamemark.weights.PickleOpcode.*;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pickles that ask for much memory or work, or are no pickles, each with words of the sentence it is to be refused
 * with.
 */
final class HostilePickles {

    private final Map<String, Map.Entry<String, PickleBytes>> pickles = new LinkedHashMap<>();

    private HostilePickles() {}

    /** Names of files for the pickles, by the words. */
    static Map<String, Map.Entry<String, PickleBytes>> all() {
        HostilePickles made = new HostilePickles();
        made.nested();
        made.add("memo.pth", "more operations", memo());
        made.add("children.pth", "too few numbers", children());
        made.add("copies.pth", "more operations", copies());
        made.lengths();
        made.stacks();
        return made.pickles;
    }

    private void add(String name, String words, PickleBytes pickle) {
        pickles.put(name, Map.entry(words, pickle));
    }

    private void nested() {
        PickleBytes deep = new PickleBytes();
        for (int i = 0; i < 450_000; i++) {
            deep.op(EMPTY_LIST);
        }
        add("deep.pth", "more operations", deep);
        PickleBytes laughs = new PickleBytes().op(EMPTY_TUPLE);
        for (int i = 0; i < 200; i++) {
            laughs.op(BINPUT).raw(i).op(BINGET).raw(i).op(TUPLE2);
        }
        add("laughs.pth", "no named tensors", laughs.op(STOP));
        PickleBytes nested = new PickleBytes().op(EMPTY_TUPLE);
        for (int i = 0; i < 390_000; i++) {
            nested.op(TUPLE1);
        }
        add("nested.pth", "no named tensors", nested.op(STOP));
        PickleBytes itself = new PickleBytes().op(EMPTY_DICT, BINPUT).raw(0);
        add(
                "itself.pth",
                "no named tensors",
                itself.text("model").op(BINGET).raw(0).op(SETITEM, STOP));
    }

    private static PickleBytes memo() {
        PickleBytes memo = new PickleBytes().op(NONE);
        for (int i = 0; i < 450_000; i++) {
            memo.op(LONG_BINPUT).int32(i * 77_777L);
        }
        return memo;
    }

    /** Each of very many dicts might hold the weights. */
    private static PickleBytes children() {
        PickleBytes children = new PickleBytes().op(EMPTY_DICT, BINPUT).raw(1);
        children.text("a").view(5, 0, new long[] {2}, 1).op(BINPUT).raw(0).op(SETITEM);
        for (int i = 0; i < 60_000; i++) {
            children.text("k" + i).op(EMPTY_DICT).text("b").op(BINGET).raw(0).op(SETITEM, SETITEM);
        }
        return children.op(STOP);
    }

    /** A long list of pairs that is made a dict of again and again. */
    private static PickleBytes copies() {
        PickleBytes copies = new PickleBytes().op(EMPTY_LIST, BINPUT).raw(0).op(MARK);
        for (int i = 0; i < 1000; i++) {
            copies.text("k" + i).op(NONE, TUPLE2);
        }
        copies.op(APPENDS);
        for (int i = 0; i < 5000; i++) {
            copies.global("collections", "OrderedDict").op(BINGET).raw(0).op(TUPLE1, REDUCE);
        }
        return copies;
    }

    private void lengths() {
        add(
                "long4.pth",
                "a number of 2147483647 bytes",
                new PickleBytes().op(LONG4).int32(0x7fffffff));
        add(
                "negative.pth",
                "a number of 4294967295 bytes",
                new PickleBytes().op(LONG4).int32(-1));
        add("text4.pth", "more than there are", new PickleBytes().op(BINUNICODE).int32(0xffffffffL));
        add(
                "text8.pth",
                "more than there are",
                new PickleBytes().op(BINUNICODE8).int64(Long.MAX_VALUE));
        add("bytes8.pth", "BYTEARRAY8", new PickleBytes().op(BYTEARRAY8).int64(Long.MAX_VALUE));
        add(
                "texts.pth",
                "more text",
                new PickleBytes().text("x".repeat(5 << 20)).op(STOP));
        PickleBytes keys = new PickleBytes().op(EMPTY_DICT).text("x".repeat(5000));
        add("keys.pth", "short texts", keys.op(NONE, SETITEM));
    }

    private void stacks() {
        add("empty-stack.pth", "too little", new PickleBytes().op(TUPLE3));
        add("no-mark.pth", "no mark", new PickleBytes().op(TUPLE));
        add(
                "no-memo.pth",
                "a reference to nothing",
                new PickleBytes().op(BINGET).raw(7));
        add("cut.pth", "cut short", new PickleBytes().op(EMPTY_DICT));
    }
}
