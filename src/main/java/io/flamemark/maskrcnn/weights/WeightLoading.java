package io.flamemark.maskrcnn.weights;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.layers.NormsWithoutEpsilon;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.weights.NormEpsilon;
import io.flamemark.weights.TensorFile;
import io.flamemark.weights.TransferPlan;
import io.flamemark.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Puts the tensors of a file into a network, by name and one at a time. Nothing is changed where anything does not
 * fit.
 */
public final class WeightLoading {

    private WeightLoading() {}

    /**
     * Makes sure that a file is of exactly a network that is yet to be made: what a file says of widths must not cost
     * memory before it is known to be so.
     *
     * @param planned the network's names and shapes
     * @throws WeightsException if the file is not sound, or is not of this network
     */
    public static void requireExact(Path file, Parameters planned) throws IOException {
        try (TensorFile tensors = TensorFile.open(file)) {
            exact(tensors, planned);
        }
    }

    /**
     * The same for a file that a training is to start from, as {@link #startFrom} does.
     *
     * @throws WeightsException if the file is not sound, or is of another network
     */
    public static void requireStart(Path file, Parameters planned, List<String> classes) throws IOException {
        try (TensorFile tensors = TensorFile.open(file)) {
            start(tensors, planned, classes);
        }
    }

    /**
     * Fills every tensor of the network from a file of exactly this network.
     *
     * @throws WeightsException if the file is not sound, or is not of this network
     */
    public static void loadAll(Path file, Parameters parameters) throws IOException {
        try (TensorFile tensors = TensorFile.open(file)) {
            fillExactly(tensors, parameters);
        }
    }

    /**
     * Fills every tensor of the network from a file of exactly this network that may be torchvision's own.
     *
     * @throws WeightsException if the file is not sound, or is not of this network
     */
    public static void loadPublished(Path file, Parameters parameters) throws IOException {
        try (TensorFile tensors = TensorFile.open(file)) {
            fillExactly(tensors, parameters);
            adoptNorms(tensors, parameters);
        }
    }

    /**
     * Fills what a network that was trained on something else has to give; see {@link TransferPlan#fineTuning}.
     *
     * @return what was filled, and what starts anew
     * @throws WeightsException if the file is not sound, or is of another network
     */
    public static TransferPlan startFrom(Path file, Parameters parameters, List<String> classes) throws IOException {
        try (TensorFile tensors = TensorFile.open(file)) {
            TransferPlan plan = start(tensors, parameters, classes);
            fill(tensors, plan, parameters);
            adoptNorms(tensors, parameters);
            return plan;
        }
    }

    private static void fillExactly(TensorFile file, Parameters parameters) throws IOException {
        fill(file, exact(file, parameters), parameters);
    }

    private static TransferPlan exact(TensorFile file, Parameters parameters) throws WeightsException {
        return TransferPlan.exact(file, NetworkTensors.shapes(parameters));
    }

    private static TransferPlan start(TensorFile file, Parameters parameters, List<String> classes)
            throws WeightsException {
        return TransferPlan.fineTuning(file, NetworkTensors.shapes(parameters), classes);
    }

    private static void fill(TensorFile file, TransferPlan plan, Parameters parameters) throws IOException {
        for (Map.Entry<String, NDArray> parameter : parameters.all().entrySet()) {
            String source = plan.sources().get(parameter.getKey());
            if (source != null) {
                Parameters.fill(parameter.getValue(), file.tensors().get(source).floats());
            }
        }
    }

    /** What {@link NormsWithoutEpsilon} says of the official COCO weights, and of what was fine-tuned from them. */
    private static void adoptNorms(TensorFile file, Parameters parameters) throws IOException {
        if (NormEpsilon.of(file) == NormEpsilon.NONE) {
            NormsWithoutEpsilon.adopt(parameters);
        }
    }
}
