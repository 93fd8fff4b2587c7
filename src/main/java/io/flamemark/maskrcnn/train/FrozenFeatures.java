package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.layers.WayBack;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchFunction;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The outputs of a backbone that does not train, computed once for each image and its mirror and remembered. Each image
 * goes through the backbone alone, whether it is remembered or not, so that the numbers do not depend on which were.
 */
final class FrozenFeatures implements StageSource {

    private final MaskRcnn network;
    private final FeatureStore store;
    private final String purpose;
    private final StackedMaps memory = new StackedMaps();

    /**
     * What decides the pixels of an image.
     *
     * @param padded of the batch: its empty part shows at an image's edges
     */
    private record Key(String purpose, String sample, boolean mirrored, ImageSize padded) {}

    /**
     * @param store shared by all images of a run
     * @param purpose keeps the same image apart where it is prepared in different ways
     */
    FrozenFeatures(MaskRcnn network, FeatureStore store, String purpose) {
        this.network = network;
        this.store = store;
        this.purpose = purpose;
    }

    @Override
    public NDList stages(ImageBatch batch, List<Example> examples, WayBack wayBack) {
        int images = examples.size();
        List<Shape> shapes = List.of();
        for (int i = 0; i < images; i++) {
            shapes = fill(i, batch, examples);
        }
        return memory.arrays(batch.manager(), images, shapes);
    }

    /** Puts one image's maps into their place and returns their shapes, the same for all images of a batch. */
    private List<Shape> fill(int image, ImageBatch batch, List<Example> examples) {
        Example example = examples.get(image);
        Key key = new Key(purpose, example.id(), example.mirrored(), batch.padded());
        return remembered(key, image, examples.size()).orElseGet(() -> compute(key, batch, image, examples.size()));
    }

    private Optional<List<Shape>> remembered(Key key, int image, int images) {
        return store.shapes(key).filter(shapes -> store.read(key, memory.of(image, images, shapes)));
    }

    private List<Shape> compute(Key key, ImageBatch batch, int image, int images) {
        try (NDManager scratch = batch.manager().newSubManager()) {
            NDArray alone = batch.pixels().get(new NDIndex(image + ":" + (image + 1)));
            alone.attach(scratch);
            List<NDArray> stages = TorchRuntime.withoutGradients(() -> network.stages(alone, WayBack.none())).stream()
                    .map(Laid.OUT::apply)
                    .toList();
            List<Shape> shapes = stages.stream().map(NDArray::getShape).toList();
            List<ByteBuffer> places = memory.of(image, images, shapes);
            for (int level = 0; level < places.size(); level++) {
                places.get(level).duplicate().put(stages.get(level).toByteBuffer());
            }
            store.write(key, shapes, places);
            return shapes;
        }
    }

    /** Compiled on first use and kept for the life of the process. */
    private static final class Laid {

        /** 32 bits, channels side by side: the pyramid's 1x1 kernels need no map laid out anew then. */
        static final TorchFunction OUT = TorchFunction.compile(
                List.of("stage"),
                "return torch.to(torch.permute(stage, [0, 2, 3, 1]), %s)\n".formatted(Precision.FLOAT32.scalarType()));
    }
}
