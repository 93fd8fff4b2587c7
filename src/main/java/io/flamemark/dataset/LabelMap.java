package io.flamemark.dataset;

import java.util.List;

/**
 * Class names and their indices as the network counts them: 0 is background, the classes are 1..K (torchvision's
 * convention).
 */
public record LabelMap(List<String> classes) {

    public LabelMap {
        classes = List.copyOf(classes);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("a label map without a class");
        }
    }

    /** Classes including background: the width of the class head. */
    public int classCountWithBackground() {
        return classes.size() + 1;
    }

    /**
     * The index of a class, 1..K.
     *
     * @throws IllegalArgumentException if there is no such class
     */
    public int indexOf(String name) {
        int at = classes.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("no class named " + name + " among " + classes);
        }
        return at + 1;
    }

    /** The name of class {@code index}, 1..K. */
    public String nameOf(int index) {
        return classes.get(index - 1);
    }
}
