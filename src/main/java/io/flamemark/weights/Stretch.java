package io.flamemark.weights;

/**
 * A part of a file.
 *
 * @param begin its first byte
 * @param length in bytes
 */
record Stretch(long begin, long length) {

    /** The byte after the last. */
    long end() {
        return begin + length;
    }
}
