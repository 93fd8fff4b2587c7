package io.flamemark.maskrcnn.train;

import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.weights.NetworkTensors;
import io.flamemark.run.ModelCard;
import io.flamemark.run.RunFiles;
import io.flamemark.run.Scores;
import io.flamemark.run.TrainingJob;
import io.flamemark.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes a run's model: the best epoch's weights and the card that says what they are. */
final class ModelFiles {

    private ModelFiles() {}

    static void write(TrainingJob job, Parameters parameters, int epoch, Optional<Scores> scores) throws IOException {
        Files.createDirectories(job.directory().model());
        Map<String, String> about = Map.of(
                "format",
                "pt",
                "run",
                job.directory().id(),
                "classes",
                String.join(",", job.dataset().labels().classes()));
        SafetensorsWriter.write(job.directory().weights(), NetworkTensors.of(parameters.all()), about);
        long size = parameters.all().values().stream()
                .mapToLong(array -> array.size())
                .sum();
        ModelCard card = ModelCard.of(job, epoch, scores, size, Instant.now());
        RunFiles.write(job.directory().modelCard(), card.hashed(job.directory()));
    }
}
