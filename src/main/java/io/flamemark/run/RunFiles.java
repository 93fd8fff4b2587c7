package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import io.flamemark.files.AtomicFile;
import io.flamemark.files.Folders;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.files.RecordJson;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads and writes the JSON files of a run directory. Errors name the file and the place. */
public final class RunFiles {

    private RunFiles() {}

    public static RunConfig config(RunDirectory run) throws IOException {
        return readConfig(run.config());
    }

    /** A configuration file on its own, as {@code train --config} takes it. */
    public static RunConfig readConfig(Path file) throws IOException {
        RunConfig config = RecordJson.read(ConfigHistory.current(root(file).asObject()), RunConfig.class);
        requireKnown(file, config.version(), RunConfig.VERSION);
        return config;
    }

    /** What a run trains on, with the images where they are now; see {@link ImageSearch}. */
    public static Dataset dataset(RunDirectory run) throws IOException {
        return frozen(run).toDataset(new ImageSearch(run));
    }

    static FrozenDataset frozen(RunDirectory run) throws IOException {
        FrozenDataset dataset = read(run.dataset(), FrozenDataset.class);
        requireKnown(run.dataset(), dataset.version(), FrozenDataset.VERSION);
        return dataset;
    }

    public static RunStatus status(RunDirectory run) throws IOException {
        RunStatus status = read(run.state(), RunStatus.class);
        requireKnown(run.state(), status.version(), RunStatus.VERSION);
        return status.in(run.root());
    }

    static FrozenWeights startWeights(RunDirectory run) throws IOException {
        return read(run.startWeights(), FrozenWeights.class);
    }

    public static ModelCard modelCard(Path file) throws IOException {
        JsonObject json = root(file).asObject();
        ModelCard card =
                RecordJson.read(json.with("config", ConfigHistory.current(json.object("config"))), ModelCard.class);
        requireKnown(file, card.version(), ModelCard.VERSION);
        return card;
    }

    /** What a run trains, from its directory alone. */
    public static TrainingJob job(RunDirectory run) throws IOException {
        return new TrainingJob(config(run), dataset(run), run);
    }

    /** Writes any of the records, atomically, into a folder that must be there. */
    public static void write(Path file, Record content) throws IOException {
        Folders.require(file.toAbsolutePath().getParent());
        AtomicFile.write(file, RecordJson.write(content).toIndentedString());
    }

    private static <T> T read(Path file, Class<T> type) throws IOException {
        return RecordJson.read(root(file), type);
    }

    private static JsonValue root(Path file) throws IOException {
        try {
            return JsonDocument.read(file).root();
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(file.toString(), null, "there is no such file");
        }
    }

    /** @throws IOException if a file was written by a later version, whose layout may mean something else */
    public static void requireKnown(Path file, int found, int known) throws IOException {
        if (found > known) {
            throw new IOException(file + " was written by a newer Flamemark (version " + found
                    + " of the file, this one knows " + known + "); update to open it.");
        }
    }
}
