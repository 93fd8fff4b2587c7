package io.flamemark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How fast this machine last was, whatever project it trained on: for the first estimate of a project without runs. */
public final class SpeedMemory {

    private static final Logger LOG = LoggerFactory.getLogger(SpeedMemory.class);

    private final Path file;

    /** @param file need not exist yet */
    public SpeedMemory(Path file) {
        this.file = file;
    }

    /** What was measured last in a folder of runs, else anywhere; what is found there is kept for other projects. */
    public Optional<Speed> with(RunStore runs) throws IOException {
        Optional<Speed> here = runs.lastSpeed();
        here.ifPresent(this::keep);
        return here.or(this::recall);
    }

    private Optional<Speed> recall() {
        try {
            return Files.exists(file) ? Speed.read(file) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("The speed of this machine cannot be read", e);
            return Optional.empty();
        }
    }

    /** An estimate does not fail because the next one will know less. */
    public void keep(Speed speed) {
        try {
            if (!recall().equals(Optional.of(speed))) {
                RunFiles.write(file, speed);
            }
        } catch (IOException e) {
            LOG.warn("The speed of this machine cannot be kept", e);
        }
    }
}
