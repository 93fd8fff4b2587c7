package io.flamemark.maskrcnn.train;

import static java.util.Map.entry;

import ai.djl.ndarray.NDArray;
import io.flamemark.files.Folders;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.RecordJson;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.weights.NetworkTensors;
import io.flamemark.maskrcnn.weights.WeightLoading;
import io.flamemark.run.ResumePoint;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunFiles;
import io.flamemark.run.TrainingJob;
import io.flamemark.weights.Tensor;
import io.flamemark.weights.TensorFile;
import io.flamemark.weights.WeightsException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checkpoints of a run. One is written beside its place and renamed, so it is complete or not there. The last three
 * epochs and the best are kept, and a step within an epoch until something newer is; only the newest keeps the
 * optimizer's memory, which is twice as large as the weights.
 */
final class Checkpoints {

    private static final int KEPT = 3;
    private static final String PRECISION = "precision";
    private static final String TEMPORARY_END = ".tmp";

    private final RunDirectory run;
    private final List<String> classes;
    private final Precision precision;

    /** @param precision what the run computes with, to be kept to when it goes on */
    Checkpoints(TrainingJob job, Precision precision) {
        run = job.directory();
        classes = job.dataset().labels().classes();
        this.precision = precision;
    }

    /** What the run computes with. */
    Precision precision() {
        return precision;
    }

    /** The title of the precision that a checkpoint was made with; those of before do not say it. */
    static Optional<String> precisionOf(ResumePoint point) throws IOException {
        try (TensorFile file = TensorFile.open(point.checkpoint().resolve(RunDirectory.WEIGHTS))) {
            return Optional.ofNullable(file.metadata().get(PRECISION));
        }
    }

    /**
     * Writes where training stands and clears away what is no longer needed.
     *
     * @return the checkpoint's folder
     */
    Path write(Parameters parameters, Optimizer optimizer, CheckpointState state, int bestEpoch) throws IOException {
        Path target = state.unfinished().isPresent() ? run.stepCheckpoint(state.step()) : run.checkpoint(state.epoch());
        Path temporary = target.resolveSibling(target.getFileName() + TEMPORARY_END);
        Folders.makeBelow(run.root(), temporary);
        try {
            fill(temporary, parameters, optimizer, state);
            Folders.delete(target);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            // Still there where writing failed: on a full disk, its space is what is lacking.
            Folders.delete(temporary);
        }
        prune(bestEpoch);
        return target;
    }

    private void fill(Path folder, Parameters parameters, Optimizer optimizer, CheckpointState state)
            throws IOException {
        Map<String, String> about = Map.ofEntries(
                entry("run", run.id()),
                entry(TensorFile.CLASSES, TensorFile.classes(classes)),
                entry("epoch", "" + state.epoch()),
                entry("step", "" + state.step()),
                entry(PRECISION, precision.title()));
        NetworkTensors.write(folder.resolve(RunDirectory.WEIGHTS), parameters.all(), about);
        NetworkTensors.write(folder.resolve(ResumePoint.OPTIMIZER), optimizer.state(), about);
        RunFiles.write(folder.resolve(ResumePoint.STATE), state);
    }

    /** Deletes what a training that broke off while it wrote a checkpoint has left. */
    void removeLeftovers() throws IOException {
        if (!Files.isDirectory(run.checkpoints())) {
            return;
        }
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(run.checkpoints(), "*" + TEMPORARY_END)) {
            for (Path leftover : leftovers) {
                Folders.delete(leftover);
            }
        }
    }

    private void prune(int bestEpoch) throws IOException {
        int epochs = 0;
        boolean newest = true;
        for (ResumePoint point : ResumePoint.complete(run)) {
            boolean ofEpoch = point.checkpoint()
                    .getFileName()
                    .equals(run.checkpoint(point.epoch()).getFileName());
            epochs += ofEpoch ? 1 : 0;
            boolean kept = ofEpoch ? epochs <= KEPT || point.epoch() == bestEpoch : newest;
            if (!kept) {
                Folders.delete(point.checkpoint());
            } else if (!newest) {
                Files.deleteIfExists(point.checkpoint().resolve(ResumePoint.OPTIMIZER));
            }
            newest = false;
        }
    }

    /**
     * Makes sure that a checkpoint is of a network that is yet to be made.
     *
     * @param planned the network's names and shapes
     */
    static void requireFit(ResumePoint point, Parameters planned) throws IOException {
        WeightLoading.requireExact(point.checkpoint().resolve(RunDirectory.WEIGHTS), planned);
    }

    /**
     * Puts the weights and the optimizer's memory of a checkpoint in place.
     *
     * @return where training stood
     */
    CheckpointState restore(ResumePoint point, Parameters parameters, Optimizer optimizer) throws IOException {
        WeightLoading.loadAll(point.checkpoint().resolve(RunDirectory.WEIGHTS), parameters);
        Path memory = point.checkpoint().resolve(ResumePoint.OPTIMIZER);
        try (TensorFile file = TensorFile.open(memory)) {
            for (Map.Entry<String, NDArray> entry : optimizer.state().entrySet()) {
                Tensor stored = file.tensors().get(entry.getKey());
                if (stored == null) {
                    throw new WeightsException(memory, "does not hold the optimizer's memory of " + entry.getKey());
                }
                Parameters.fill(entry.getValue(), stored.floats());
            }
        }
        Path file = point.checkpoint().resolve(ResumePoint.STATE);
        CheckpointState state = RecordJson.read(JsonDocument.read(file).root(), CheckpointState.class);
        RunFiles.requireKnown(file, state.version(), CheckpointState.VERSION);
        return state;
    }
}
