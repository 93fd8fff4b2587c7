package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDArray;
import io.flamemark.files.Folders;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.weights.NetworkTensors;
import io.flamemark.run.ModelCard;
import io.flamemark.run.RunFiles;
import io.flamemark.run.Scores;
import io.flamemark.run.TrainingJob;
import io.flamemark.weights.TensorFile;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes a run's model: the best epoch's weights and the card that says what they are. */
final class ModelFiles {

    private ModelFiles() {}

    static void write(TrainingJob job, Parameters parameters, int epoch, Optional<Scores> scores) throws IOException {
        Folders.makeBelow(job.directory().root(), job.directory().model());
        String classes = TensorFile.classes(job.dataset().labels().classes());
        Map<String, String> about = Map.of("run", job.directory().id(), TensorFile.CLASSES, classes);
        NetworkTensors.write(job.directory().weights(), parameters.all(), about);
        long size = parameters.all().values().stream().mapToLong(NDArray::size).sum();
        ModelCard card = ModelCard.of(job, epoch, scores, size, Instant.now());
        RunFiles.write(job.directory().modelCard(), card.hashed(job.directory()));
    }
}
