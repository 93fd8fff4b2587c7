package io.flamemark.edit;

import java.util.LinkedHashSet;
import java.util.Set;

/** The union of two sets, in the order first met. */
final class Sets {

    private Sets() {}

    static <T> Set<T> union(Set<T> a, Set<T> b) {
        Set<T> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return all;
    }
}
