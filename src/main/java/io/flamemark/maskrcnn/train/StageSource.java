package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDList;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.layers.WayBack;
import java.util.List;

/** Where the outputs of the backbone's stages come from: computed each time, or remembered. */
@FunctionalInterface
interface StageSource {

    /** They are computed each time. */
    static StageSource computed(MaskRcnn network) {
        return (batch, examples, wayBack) -> network.stages(batch.pixels(), wayBack);
    }

    /**
     * C2..C5 of a batch, {@code [N, stage's channels, H / s, W / s]} with s = 4, 8, 16, 32; valid until they are asked
     * for again.
     *
     * @param examples what the batch was made of, in its order
     * @param wayBack goes back through what is not kept
     */
    NDList stages(ImageBatch batch, List<Example> examples, WayBack wayBack);
}
