package io.flamemark.maskrcnn.infer;

import ai.djl.ndarray.NDManager;
import io.flamemark.dataset.LabelMap;
import io.flamemark.detection.Detections;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.DetectionTransform;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.roi.RoiDetection;
import io.flamemark.run.Detector;
import io.flamemark.run.ModelCard;
import io.flamemark.run.RunConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A network that looks at one image after the other. */
final class MaskRcnnDetector implements Detector {

    private final MaskRcnn network;
    private final LabelMap labels;
    private final DetectionTransform transform;
    private final ImageDecoder decoder = new ImageDecoder();

    /** Takes over the network and closes it in the end. */
    MaskRcnnDetector(MaskRcnn network, ModelCard card) {
        this.network = network;
        labels = card.labels();
        RunConfig.Network shape = card.config().network();
        transform = new DetectionTransform(shape.minSize(), shape.maxSize());
    }

    @Override
    public LabelMap labels() {
        return labels;
    }

    @Override
    public Detections detect(Path image, double minScore) throws IOException {
        RgbImage original = decoder.decode(image);
        RgbImage seen = transform.resize(original);
        try (NDManager scratch = network.parameters().manager().newSubManager()) {
            ImageBatch batch = DetectionTransform.batch(scratch, List.of(seen));
            List<RoiDetection> found =
                    TorchRuntime.withoutGradients(() -> network.detect(batch).get(0));
            return DetectionTransform.toOriginal(found, batch.sizes().get(0), original.width(), original.height())
                    .atLeast(minScore);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
