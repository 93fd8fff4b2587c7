package io.flamemark.weights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a pickle machine works on: a stack with marks in it, and a memo of values to use again. */
final class PickleStack {

    private final PickleInput in;
    private final List<Object> values = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    /** @param in names the place where something is amiss */
    PickleStack(PickleInput in) {
        this.in = in;
    }

    void push(Object value) {
        values.add(value);
    }

    void mark() {
        marks.add(values.size());
    }

    Object pop() throws WeightsException {
        requireValue();
        return values.remove(values.size() - 1);
    }

    Object top() throws WeightsException {
        requireValue();
        return values.get(values.size() - 1);
    }

    <T> T pop(Class<T> type, String expected) throws WeightsException {
        return as(type, expected, pop());
    }

    <T> T top(Class<T> type, String expected) throws WeightsException {
        return as(type, expected, top());
    }

    /** Takes the uppermost {@code count}, in the order they were pushed. */
    List<Object> pop(int count) throws WeightsException {
        if (values.size() - lastMark() < count) {
            throw in.refused("too little on its stack");
        }
        return cut(values.size() - count);
    }

    /** Takes all above the last mark, and the mark. */
    List<Object> popToMark() throws WeightsException {
        if (marks.isEmpty()) {
            throw in.refused("no mark on its stack");
        }
        return cut(marks.remove(marks.size() - 1));
    }

    void remember(int key) throws WeightsException {
        memo.put(key, top());
    }

    void rememberNext() throws WeightsException {
        remember(memo.size());
    }

    Object recall(int key) throws IOException {
        if (!memo.containsKey(key)) {
            throw in.refused("a reference to nothing");
        }
        return memo.get(key);
    }

    private List<Object> cut(int from) {
        List<Object> tail = values.subList(from, values.size());
        List<Object> cut = new ArrayList<>(tail);
        tail.clear();
        return cut;
    }

    private void requireValue() throws WeightsException {
        if (values.size() <= lastMark()) {
            throw in.refused("too little on its stack");
        }
    }

    private int lastMark() {
        return marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
    }

    private <T> T as(Class<T> type, String expected, Object value) throws WeightsException {
        if (!type.isInstance(value)) {
            throw in.refused("something else where " + expected + " has to be");
        }
        return type.cast(value);
    }
}
