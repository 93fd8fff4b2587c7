package io.flamemark.maskrcnn.weights;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.layers.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the tensors of a file into a network, by name, and says what did not fit. Names of torchvision's older
 * checkpoints are understood.
 *
 * @param loaded names that were filled
 * @param missing names of the network that the file does not have
 * @param misshapen names that the file has in another shape; the network keeps its own
 * @param unused names of the file that the network does not have
 */
public record WeightLoading(List<String> loaded, List<String> missing, List<String> misshapen, List<String> unused) {

    public WeightLoading {
        loaded = List.copyOf(loaded);
        missing = List.copyOf(missing);
        misshapen = List.copyOf(misshapen);
        unused = List.copyOf(unused);
    }

    /**
     * Fills what fits.
     *
     * @throws WeightsException if the file is not sound
     */
    public static WeightLoading load(Path file, Parameters parameters) throws IOException {
        List<String> loaded = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> misshapen = new ArrayList<>();
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            Map<String, String> stored = new HashMap<>();
            reader.names().forEach(name -> stored.put(TorchvisionNames.current(name), name));
            for (Map.Entry<String, NDArray> parameter : parameters.all().entrySet()) {
                String name = stored.remove(parameter.getKey());
                if (name == null) {
                    missing.add(parameter.getKey());
                } else if (!Arrays.equals(
                        reader.shape(name), parameter.getValue().getShape().getShape())) {
                    misshapen.add(parameter.getKey());
                } else {
                    parameter.getValue().set(reader.values(name));
                    loaded.add(parameter.getKey());
                }
            }
            return new WeightLoading(loaded, missing, misshapen, new ArrayList<>(stored.values()));
        }
    }

    /**
     * Fills everything.
     *
     * @throws WeightsException if the file is not sound, or does not hold exactly this network
     */
    public static void loadAll(Path file, Parameters parameters) throws IOException {
        WeightLoading loading = load(file, parameters);
        if (!loading.missing.isEmpty() || !loading.misshapen.isEmpty()) {
            List<String> wrong = loading.missing.isEmpty() ? loading.misshapen : loading.missing;
            throw new WeightsException(
                    file,
                    "does not fit this network: " + wrong.size() + " tensors are missing or of another shape, such as "
                            + wrong.get(0));
        }
    }
}
