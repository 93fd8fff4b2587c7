package io.flamemark.run;

import java.util.List;

/** Says, in words for the user, which value of a configuration is not among those it may have. */
final class Limits {

    /** Images of more pixels a side than this are not given to a network: its maps take thousands of bytes a pixel. */
    static final int MOST_PIXELS = 16_384;

    /** Far more of anything an image has than help: lists of so many are held for each. */
    static final int MOST_AN_IMAGE = 100_000;

    /** Images in a batch, and processors. */
    static final int MOST_AT_ONCE = 4096;

    private Limits() {}

    /** @throws IllegalArgumentException if {@code value} is less, or not finite */
    static void atLeast(double lowest, String name, double value) {
        if (!(value >= lowest && Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    name + " has to be at least " + RunWords.number(lowest) + ", not " + RunWords.number(value));
        }
    }

    /** @throws IllegalArgumentException if {@code value} is less or more */
    static void between(int lowest, int highest, String name, int value) {
        atLeast(lowest, name, value);
        if (value > highest) {
            throw new IllegalArgumentException(name + " has to be at most " + highest + ", not " + value);
        }
    }

    /** @throws IllegalArgumentException if {@code value} is not positive and finite */
    static void positive(String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " has to be more than 0, not " + RunWords.number(value));
        }
    }

    /** @throws IllegalArgumentException if {@code value} is not 0..1 */
    static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " has to be from 0 to 1, not " + RunWords.number(value));
        }
    }

    /** @throws IllegalArgumentException if {@code value} is none of the known */
    static void oneOf(List<String> known, String name, String value) {
        if (!known.contains(value)) {
            throw new IllegalArgumentException(
                    name + " has to be one of " + String.join(", ", known) + ", not " + value);
        }
    }
}
