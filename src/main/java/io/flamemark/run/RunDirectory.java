package io.flamemark.run;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The folder of one run and the names of what lies in it. The layout is described in the design document; everything a
 * run is can be read from here.
 */
public record RunDirectory(Path root) {

    /** Weights, in the model's folder and in each checkpoint's. */
    public static final String WEIGHTS = "weights.safetensors";

    /** What they are, beside them in the model's folder. */
    public static final String CARD = "model-card.json";

    public String id() {
        return root.getFileName().toString();
    }

    public Path config() {
        return root.resolve("config.json");
    }

    /** The configuration as it was before the run was given more than so many epochs. */
    public Path configBefore(int epochs) {
        return root.resolve("config-%s-epochs.json".formatted(epochs));
    }

    /** The samples with the SHA-256 of their images. */
    public Path dataset() {
        return root.resolve("dataset.json");
    }

    /** The project as it was when the run began. */
    public Path labels() {
        return root.resolve("labels.json");
    }

    /** What training started from, with its SHA-256; not there where it started from nothing. */
    public Path startWeights() {
        return root.resolve("start-weights.json");
    }

    public Path environment() {
        return root.resolve("environment.json");
    }

    public Path state() {
        return root.resolve("state.json");
    }

    /** What a person wrote about the run; see {@link RunNotes}. */
    public Path notes() {
        return root.resolve("notes.json");
    }

    /** One {@link RunEvent} a line, in order: the truth about the run. */
    public Path events() {
        return root.resolve("events.jsonl");
    }

    /** What the training is asked from outside its process; see {@link RunRequest}. */
    public Path request() {
        return root.resolve("request.json");
    }

    /** Which program ends the training when it closes; see {@link RunHolder}. */
    public Path holder() {
        return root.resolve("holder.json");
    }

    /** One row an epoch, for spreadsheets. */
    public Path metrics() {
        return root.resolve("metrics.csv");
    }

    /** The same numbers for TensorBoard. */
    public Path tensorBoard() {
        return root.resolve("tensorboard");
    }

    /** How fast the machine was at it; see {@link Speed}. */
    public Path speed() {
        return root.resolve("speed.json");
    }

    /** The story of the run, for a person. */
    public Path log() {
        return root.resolve("log.txt");
    }

    public Path workerLog() {
        return root.resolve("worker.log");
    }

    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /**
     * The folder of one epoch's checkpoint: {@code weights.safetensors}, {@code optimizer.safetensors},
     * {@code state.json}.
     */
    public Path checkpoint(int epoch) {
        return checkpoints().resolve(String.format(Locale.ROOT, "epoch-%04d", epoch));
    }

    /** The checkpoint of a step within an epoch, with the same content; it is there until a later one is. */
    public Path stepCheckpoint(int step) {
        return checkpoints().resolve(String.format(Locale.ROOT, "step-%07d", step));
    }

    /** What a frozen backbone sees of the images, while a training lasts. */
    public Path features() {
        return root.resolve("features.tmp");
    }

    /** The best epoch's weights and its card. */
    public Path model() {
        return root.resolve("model");
    }

    public Path weights() {
        return model().resolve(WEIGHTS);
    }

    public Path modelCard() {
        return model().resolve(CARD);
    }

    /** Pictures of what the network found on a few validation images, a folder for each validated epoch. */
    public Path previews() {
        return root.resolve("previews");
    }

    /** The pictures of one epoch: PNG files, the same names in every epoch. */
    public Path previews(int epoch) {
        return previews().resolve(String.format(Locale.ROOT, "epoch-%04d", epoch));
    }
}
