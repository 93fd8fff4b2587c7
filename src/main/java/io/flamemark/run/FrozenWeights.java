package io.flamemark.run;

import io.flamemark.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The weights a run started from, as they were when it was made: the file may be replaced since, by a run that is given
 * more epochs for one. {@code start-weights.json}, which a run that started from nothing does not have.
 *
 * @param version of this layout
 * @param file its path then
 * @param sha256 of its content then
 */
record FrozenWeights(int version, String file, String sha256) {

    private static final int VERSION = 1;

    /** Those a configuration names; empty for none, or where there is no such file. */
    static Optional<FrozenWeights> of(RunConfig config) throws IOException {
        String named = config.network().weights();
        Path file = Path.of(named);
        return config.network().startsFromNothing() || !Files.isRegularFile(file)
                ? Optional.empty()
                : Optional.of(new FrozenWeights(VERSION, named, Sha256.of(file)));
    }

    /** The hash that was noted for a run; of a run of before there were such notes, that of the file as it is now. */
    static Optional<String> hash(RunDirectory run, RunConfig config) throws IOException {
        Optional<FrozenWeights> known =
                Files.exists(run.startWeights()) ? Optional.of(RunFiles.startWeights(run)) : of(config);
        return known.map(FrozenWeights::sha256);
    }
}
