package io.flamemark.maskrcnn.infer;

import ai.djl.ndarray.NDManager;
import io.flamemark.dataset.LabelMap;
import io.flamemark.detection.Detections;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.Detector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A network that looks at one image after the other. */
final class MaskRcnnDetector implements Detector {

    private final MaskRcnn network;
    private final LabelMap labels;
    private final ImageDecoder decoder = new ImageDecoder();

    /** Takes over the network and closes it in the end. */
    MaskRcnnDetector(MaskRcnn network, LabelMap labels) {
        this.network = network;
        this.labels = labels;
    }

    @Override
    public LabelMap labels() {
        return labels;
    }

    @Override
    public Detections detect(Path image, double minScore) throws IOException {
        List<RgbImage> images = List.of(decoder.decode(image));
        try (NDManager scratch = network.parameters().manager().newSubManager()) {
            return TorchRuntime.withoutGradients(() -> network.forward(scratch, images))
                    .get(0)
                    .atLeast(minScore);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
