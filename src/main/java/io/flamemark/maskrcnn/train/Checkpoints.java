package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDArray;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.RecordJson;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.weights.SafetensorsReader;
import io.flamemark.maskrcnn.weights.SafetensorsWriter;
import io.flamemark.maskrcnn.weights.WeightLoading;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints of a run. One is written beside its place and renamed, so it is complete or not there. The last three
 * and the best are kept; only the newest keeps the optimizer's memory, which is twice as large as the weights.
 */
final class Checkpoints {

    private static final int KEPT = 3;
    private static final String WEIGHTS = "weights.safetensors";
    private static final String OPTIMIZER = "optimizer.safetensors";
    private static final String STATE = "state.json";

    private final RunDirectory run;

    Checkpoints(RunDirectory run) {
        this.run = run;
    }

    /** Writes the checkpoint of an epoch and clears away what is no longer needed. */
    void write(Parameters parameters, Optimizer optimizer, CheckpointState state, int bestEpoch) throws IOException {
        Path target = run.checkpoint(state.epoch());
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        delete(temporary);
        Files.createDirectories(temporary);
        Map<String, String> about = Map.of("format", "pt", "run", run.id(), "epoch", "" + state.epoch());
        SafetensorsWriter.write(temporary.resolve(WEIGHTS), parameters.all(), about);
        SafetensorsWriter.write(temporary.resolve(OPTIMIZER), optimizer.state(), about);
        RunFiles.write(temporary.resolve(STATE), state);
        delete(target);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        prune(bestEpoch);
    }

    private void prune(int bestEpoch) throws IOException {
        List<Path> newestFirst = complete();
        for (int i = 1; i < newestFirst.size(); i++) {
            Files.deleteIfExists(newestFirst.get(i).resolve(OPTIMIZER));
            if (i >= KEPT && !newestFirst.get(i).equals(run.checkpoint(bestEpoch))) {
                delete(newestFirst.get(i));
            }
        }
    }

    /** Where the newest checkpoint that training can go on from stands, if there is one. */
    Optional<CheckpointState> newest() throws IOException {
        for (Path checkpoint : complete()) {
            if (Files.exists(checkpoint.resolve(OPTIMIZER))) {
                return Optional.of(state(checkpoint));
            }
        }
        return Optional.empty();
    }

    /** Puts the weights and the optimizer's memory of a checkpoint in place. */
    void restore(CheckpointState state, Parameters parameters, Optimizer optimizer) throws IOException {
        Path checkpoint = run.checkpoint(state.epoch());
        WeightLoading.loadAll(checkpoint.resolve(WEIGHTS), parameters);
        try (SafetensorsReader reader = SafetensorsReader.open(checkpoint.resolve(OPTIMIZER))) {
            for (Map.Entry<String, NDArray> entry : optimizer.state().entrySet()) {
                if (reader.names().contains(entry.getKey())) {
                    entry.getValue().set(reader.values(entry.getKey()));
                }
            }
        }
    }

    /** Complete checkpoints, newest first by their own account. */
    private List<Path> complete() throws IOException {
        if (!Files.isDirectory(run.checkpoints())) {
            return List.of();
        }
        record Found(Path folder, int epoch) {}
        List<Found> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(run.checkpoints())) {
            for (Path folder : folders.toList()) {
                if (!folder.toString().endsWith(".tmp") && Files.exists(folder.resolve(STATE))) {
                    found.add(new Found(folder, state(folder).epoch()));
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::epoch).reversed())
                .map(Found::folder)
                .toList();
    }

    private static CheckpointState state(Path checkpoint) throws IOException {
        return RecordJson.read(JsonDocument.read(checkpoint.resolve(STATE)).root(), CheckpointState.class);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
