package io.flamemark.maskrcnn.infer;

import io.flamemark.dataset.LabelMap;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.weights.WeightLoading;
import io.flamemark.run.Detector;
import io.flamemark.run.ModelCard;
import io.flamemark.run.RunFiles;
import io.flamemark.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens trained networks: from a run directory, a model folder, the folder of a checkpoint, a weights file, or a state
 * dict of torchvision's.
 */
public final class MaskRcnnDetectors implements Detector.Factory {

    private static final Logger LOG = LoggerFactory.getLogger(MaskRcnnDetectors.class);
    private static final String ANY_DEVICE = "auto";

    @Override
    public Detector open(Path weights, Optional<String> device) throws IOException {
        ModelLocation model = ModelLocation.of(weights);
        if (!model.hasCard()) {
            StateDictModel stateDict = StateDictModel.of(model);
            WeightLoading.requireExact(model.weights(), stateDict.planned());
            computeOn(device.orElse(ANY_DEVICE));
            return filled(stateDict.blank(), stateDict.labels(), model, WeightLoading::loadPublished);
        }
        ModelCard card = RunFiles.modelCard(model.card());
        WeightLoading.requireExact(model.weights(), planned(model, card));
        computeOn(device.orElse(card.config().machine().device()));
        return filled(network(card), card.labels(), model, WeightLoading::loadAll);
    }

    private static void computeOn(String device) {
        TorchRuntime.computeOn(device).ifPresent(LOG::info);
    }

    private interface Loading {
        void load(Path weights, Parameters parameters) throws IOException;
    }

    private static Detector filled(MaskRcnn network, LabelMap labels, ModelLocation model, Loading loading)
            throws IOException {
        try {
            loading.load(model.weights(), network.parameters());
            return new MaskRcnnDetector(network, labels);
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static MaskRcnn network(ModelCard card) {
        int classes = card.labels().classCountWithBackground();
        Precision precision = Precision.forDetection(card.config().machine().precision());
        return MaskRcnn.blank(card.config().network(), card.config().sampling(), classes, precision);
    }

    private static Parameters planned(ModelLocation model, ModelCard card) throws IOException {
        try {
            int classes = card.labels().classCountWithBackground();
            return MaskRcnn.planned(card.config().network(), card.config().sampling(), classes);
        } catch (IllegalArgumentException e) {
            throw new WeightsException(model.card(), "describes a network that cannot be made: " + e.getMessage(), e);
        }
    }
}
