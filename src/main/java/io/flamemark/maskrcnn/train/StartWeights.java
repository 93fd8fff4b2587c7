package io.flamemark.maskrcnn.train;

import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.weights.WeightLoading;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunEvent.Level;
import io.flamemark.run.RunEvent.Notice;
import io.flamemark.run.TrainingException;
import io.flamemark.weights.TransferPlan;
import io.flamemark.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Gives a network the weights that its configuration says training starts from. */
final class StartWeights {

    private StartWeights() {}

    /**
     * Makes sure that the weights are of a network that is yet to be made.
     *
     * @param planned the network's names and shapes
     * @throws TrainingException if the file cannot be used or is of another network
     */
    static void requireFit(RunConfig.Network network, Parameters planned) throws IOException {
        if (network.startsFromNothing()) {
            return;
        }
        try {
            WeightLoading.requireStart(Path.of(network.weights()), planned);
        } catch (WeightsException e) {
            throw refused(e);
        }
    }

    private static TrainingException refused(WeightsException reason) {
        return new TrainingException("Training cannot start from these weights. " + reason.getMessage(), reason);
    }

    /**
     * @param network names the weights: none, or a file whose architecture the configuration has taken over
     * @throws TrainingException if the file cannot be used or is of another network
     */
    static void load(RunConfig.Network network, Parameters parameters, Consumer<RunEvent> events) throws IOException {
        if (network.startsFromNothing()) {
            return;
        }
        try {
            TransferPlan plan = WeightLoading.startFrom(Path.of(network.weights()), parameters);
            events.accept(new Notice(Level.INFO, sentence(network.weights(), plan)));
        } catch (WeightsException e) {
            throw refused(e);
        }
    }

    private static String sentence(String weights, TransferPlan plan) {
        String loaded = "Start weights: " + plan.sources().size() + " tensors from " + weights;
        return plan.anew().isEmpty()
                ? loaded + "."
                : loaded + ", " + plan.anew().size() + " start anew.";
    }
}
