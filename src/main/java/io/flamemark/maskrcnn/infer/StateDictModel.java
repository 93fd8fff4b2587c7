package io.flamemark.maskrcnn.infer;

import io.flamemark.dataset.LabelMap;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.run.RunConfig;
import io.flamemark.run.StartingWeights;
import io.flamemark.weights.Architecture;
import io.flamemark.weights.TensorFile;
import io.flamemark.weights.WeightsException;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * A Mask R-CNN of which there is nothing but a state dict, as torchvision saves it. Names and shapes tell the network;
 * it looks at images as torchvision's does by default, and its classes have numbers for names.
 *
 * @param heads widths and classes
 */
record StateDictModel(RunConfig.Network network, Architecture.Heads heads) {

    /** @throws WeightsException if the file holds no such network, or one that only a card can tell how to use */
    static StateDictModel of(ModelLocation model) throws IOException {
        try (TensorFile file = TensorFile.open(model.weights())) {
            Architecture architecture = Architecture.of(file);
            Architecture.Heads heads = architecture
                    .heads()
                    .filter(h -> architecture.batchNorm())
                    .orElseThrow(() -> new WeightsException(
                            model.card(), "the card that says what network the weights belong to is missing"));
            RunConfig.Network usual = RunConfig.Network.torchvision(
                    architecture.backbone(), model.weights().toString());
            return new StateDictModel(StartingWeights.network(usual, model.weights(), architecture), heads);
        }
    }

    LabelMap labels() {
        return new LabelMap(
                IntStream.range(1, heads.classes()).mapToObj(Integer::toString).toList());
    }

    Parameters planned() {
        return MaskRcnn.planned(network, RunConfig.Sampling.torchvision(), heads.classes());
    }

    MaskRcnn blank() {
        return MaskRcnn.blank(network, RunConfig.Sampling.torchvision(), heads.classes());
    }
}
