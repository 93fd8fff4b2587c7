package io.flamemark.maskrcnn.train;

import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.weights.WeightLoading;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunEvent.Level;
import io.flamemark.run.RunEvent.Notice;
import io.flamemark.run.TrainingException;
import io.flamemark.run.TrainingJob;
import io.flamemark.weights.NormEpsilon;
import io.flamemark.weights.TransferPlan;
import io.flamemark.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
    static void requireFit(TrainingJob job, Parameters planned) throws IOException {
        RunConfig.Network network = job.config().network();
        if (network.startsFromNothing()) {
            return;
        }
        try {
            WeightLoading.requireStart(Path.of(network.weights()), planned, classes(job));
        } catch (WeightsException e) {
            throw refused(e);
        }
    }

    private static TrainingException refused(WeightsException reason) {
        return new TrainingException("Training cannot start from these weights. " + reason.getMessage(), reason);
    }

    /**
     * @param job its configuration names the weights: none, or a file whose architecture it has taken over
     * @throws TrainingException if the file cannot be used or is of another network
     */
    static void load(TrainingJob job, Parameters parameters, Consumer<RunEvent> events) throws IOException {
        RunConfig.Network network = job.config().network();
        if (network.startsFromNothing()) {
            return;
        }
        try {
            TransferPlan plan = WeightLoading.startFrom(Path.of(network.weights()), parameters, classes(job));
            events.accept(new Notice(Level.INFO, sentence(network.weights(), plan)));
            NormEpsilon.caution(Path.of(network.weights()))
                    .ifPresent(caution -> events.accept(new Notice(Level.WARNING, caution)));
        } catch (WeightsException e) {
            throw refused(e);
        }
    }

    private static List<String> classes(TrainingJob job) {
        return job.dataset().labels().classes();
    }

    private static String sentence(String weights, TransferPlan plan) {
        String loaded = "Start weights: " + plan.sources().size() + " tensors from " + weights;
        if (plan.fillsBackboneAlone()) {
            return loaded + ", " + plan.anew().size() + " start anew.";
        }
        return plan.startsPredictorsAnew()
                ? loaded + ". The outputs for class, box and mask start anew, since the file "
                        + plan.classes()
                                .map(classes -> "is for other classes (" + WeightsException.printable(classes) + ").")
                                .orElse("does not say which classes it is for.")
                : loaded + ". The file is for the same classes: its outputs for class, box and mask are kept.";
    }
}
