package io.flamemark.maskrcnn.weights;

/**
 * One tensor of a safetensors file.
 *
 * @param dtype such as {@code F32}
 * @param begin first byte within the data part
 * @param end the byte after its last
 */
record TensorEntry(String name, String dtype, long[] shape, long begin, long end) {

    /** The number of values. */
    long size() {
        long size = 1;
        for (long side : shape) {
            size = Math.multiplyExact(size, side);
        }
        return size;
    }
}
