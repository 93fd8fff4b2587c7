package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory for the feature maps of a batch, used again for the next one: arrays made of it share it, so that nothing is
 * copied and nothing grows.
 */
final class StackedMaps {

    private final List<ByteBuffer> levels = new ArrayList<>();

    /**
     * The places of one image's maps.
     *
     * @param image its position in the batch
     * @param images in the batch
     * @param shapes of one image's maps as they lie in memory, {@code [1, H, W, C]} each
     */
    List<ByteBuffer> of(int image, int images, List<Shape> shapes) {
        List<ByteBuffer> places = new ArrayList<>();
        for (int level = 0; level < shapes.size(); level++) {
            int length = Math.toIntExact(shapes.get(level).size() * Float.BYTES);
            places.add(part(level, Math.multiplyExact(length, images), image * length, length));
        }
        return places;
    }

    /** All maps as arrays, {@code [images, C, H, W]} each; valid until the memory is filled again. */
    NDList arrays(NDManager manager, int images, List<Shape> shapes) {
        NDList arrays = new NDList(shapes.size());
        for (int level = 0; level < shapes.size(); level++) {
            Shape one = shapes.get(level);
            int length = Math.toIntExact(one.size() * Float.BYTES * images);
            Shape all = new Shape(images, one.get(1), one.get(2), one.get(3));
            NDArray pixels = manager.create(part(level, length, 0, length), all, DataType.FLOAT32);
            arrays.add(pixels.transpose(0, 3, 1, 2));
        }
        return arrays;
    }

    private ByteBuffer part(int level, int needed, int from, int length) {
        while (levels.size() <= level) {
            levels.add(ByteBuffer.allocateDirect(0));
        }
        if (levels.get(level).capacity() < needed) {
            levels.set(level, ByteBuffer.allocateDirect(needed));
        }
        return levels.get(level).slice(from, length).order(ByteOrder.nativeOrder());
    }
}
