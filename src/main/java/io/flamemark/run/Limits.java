package io.flamemark.run;

import java.util.List;

/** Says, in words for the user, which value of a configuration is not among those it may have. */
final class Limits {

    private Limits() {}

    /** @throws IllegalArgumentException if {@code value} is less, or not finite */
    static void atLeast(double lowest, String name, double value) {
        if (!(value >= lowest && Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    name + " has to be at least " + RunWords.number(lowest) + ", not " + RunWords.number(value));
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
