package io.flamemark.maskrcnn.infer;

import io.flamemark.maskrcnn.weights.WeightsException;
import io.flamemark.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A model's two files.
 *
 * @param weights safetensors
 * @param card what they are
 */
record ModelLocation(Path weights, Path card) {

    /**
     * Finds them.
     *
     * @param path a run directory, a model folder, or a weights file with its card beside it
     */
    static ModelLocation of(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new WeightsException(path, "there is no such file or folder");
        }
        RunDirectory run = new RunDirectory(path);
        if (Files.isDirectory(run.model())) {
            return inFolder(run.model());
        }
        if (Files.isDirectory(path)) {
            return inFolder(path);
        }
        return checked(new ModelLocation(path, path.toAbsolutePath().resolveSibling("model-card.json")));
    }

    private static ModelLocation inFolder(Path folder) throws IOException {
        return checked(new ModelLocation(folder.resolve("weights.safetensors"), folder.resolve("model-card.json")));
    }

    private static ModelLocation checked(ModelLocation model) throws IOException {
        if (!Files.exists(model.weights)) {
            throw new WeightsException(
                    model.weights, "there are no weights here; has the run completed its first epoch?");
        }
        if (!Files.exists(model.card)) {
            throw new WeightsException(
                    model.card, "the card that says what network the weights belong to is missing");
        }
        return model;
    }
}
