package io.flamemark.maskrcnn.infer;

import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.weights.WeightLoading;
import io.flamemark.run.Detector;
import io.flamemark.run.ModelCard;
import io.flamemark.run.RunFiles;
import io.flamemark.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Path;

/** Opens trained networks: from a run directory, a model folder, the folder of a checkpoint, or a weights file. */
public final class MaskRcnnDetectors implements Detector.Factory {

    @Override
    public Detector open(Path weights) throws IOException {
        ModelLocation model = ModelLocation.of(weights);
        ModelCard card = RunFiles.modelCard(model.card());
        MaskRcnn network = network(model, card);
        try {
            WeightLoading.loadAll(model.weights(), network.parameters());
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
        return new MaskRcnnDetector(network, card);
    }

    private static MaskRcnn network(ModelLocation model, ModelCard card) throws IOException {
        try {
            int classes = card.labels().classCountWithBackground();
            return MaskRcnn.blank(card.config().network(), card.config().sampling(), classes);
        } catch (IllegalArgumentException e) {
            throw new WeightsException(model.card(), "describes a network that cannot be made: " + e.getMessage(), e);
        }
    }
}
