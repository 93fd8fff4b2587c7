package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Sample;
import io.flamemark.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A training of a few steps that only measures how fast this machine is: run like any other, in a directory of its own
 * that is thrown away, it leaves its {@link Speed}.
 */
public final class SpeedProbe {

    /** Half of them warm the machine up, see {@link Speed}. */
    private static final int STEPS = 16;

    private static final int MOST_IMAGES = 8;

    private static final String PRESET = "quick";

    private SpeedProbe() {}

    /**
     * Makes it ready, in a folder of its own.
     *
     * @param project its file
     * @throws TrainingException if no training image has an outline
     */
    public static TrainingJob prepare(Dataset dataset, Path project, Clock clock) throws IOException {
        RunConfig config = config(Presets.of(PRESET, dataset));
        Dataset few = dataset(dataset);
        Path folder = Files.createTempDirectory("flamemark-speed");
        return new TrainingJob(config, few, new RunStore(folder, clock).create(config, few, project));
    }

    /** What it measured, if anything; its folder is gone then. */
    public static Optional<Speed> finish(TrainingJob probe) throws IOException {
        try {
            return Speed.read(probe.directory());
        } finally {
            Folders.delete(probe.directory().root().getParent());
        }
    }

    /** The same network and images, and next to no end. */
    static RunConfig config(RunConfig config) {
        RunConfig brief = new ConfigOverride("optimization.epochs", "1").applyTo(config);
        brief = new ConfigOverride("tuning.accumulate", "1").applyTo(brief);
        return new ConfigOverride("optimization.stepsPerEpoch", "" + STEPS).applyTo(brief);
    }

    /** A few of the training images, all with something to learn from where there are so many. */
    static Dataset dataset(Dataset dataset) {
        List<Sample> few = dataset.train().stream()
                .sorted(Comparator.comparing(sample -> sample.instances().isEmpty()))
                .limit(MOST_IMAGES)
                .toList();
        return new Dataset(dataset.labels(), few, List.of(), List.of());
    }
}
