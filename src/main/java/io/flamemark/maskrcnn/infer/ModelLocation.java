package io.flamemark.maskrcnn.infer;

import io.flamemark.run.RunDirectory;
import io.flamemark.weights.WeightsException;
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
     * @param path a run directory, a model folder, the folder of a checkpoint, or a weights file in one of the two
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
        return new ModelLocation(path, cardIn(path.toAbsolutePath().getParent()));
    }

    /** Whether there is a card; only the file of a state dict may do without. */
    boolean hasCard() {
        return Files.exists(card);
    }

    private static ModelLocation inFolder(Path folder) throws IOException {
        return checked(new ModelLocation(folder.resolve(RunDirectory.WEIGHTS), cardIn(folder.toAbsolutePath())));
    }

    /** The card beside the weights. A checkpoint has none: what its network is, the card of its run's model says. */
    private static Path cardIn(Path folder) {
        Path card = folder.resolve(RunDirectory.CARD);
        Path checkpoints = folder.getParent();
        if (Files.exists(card) || checkpoints == null || checkpoints.getParent() == null) {
            return card;
        }
        RunDirectory run = new RunDirectory(checkpoints.getParent());
        return run.checkpoints().equals(checkpoints) ? run.modelCard() : card;
    }

    private static ModelLocation checked(ModelLocation model) throws IOException {
        if (!Files.exists(model.weights)) {
            throw new WeightsException(
                    model.weights, "there are no weights here; has the run completed its first epoch?");
        }
        if (!model.hasCard()) {
            throw new WeightsException(model.card, "the card that says what network the weights belong to is missing");
        }
        return model;
    }
}
