package io.flamemark.files;

import java.util.AbstractList;
import java.util.RandomAccess;

/** A list over an array that nobody else has: what {@code List.of} would copy once more. */
final class FixedList<E> extends AbstractList<E> implements RandomAccess {

    private final E[] elements;

    FixedList(E[] elements) {
        this.elements = elements;
    }

    @Override
    public E get(int index) {
        return elements[index];
    }

    @Override
    public int size() {
        return elements.length;
    }
}
