package io.flamemark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How fast this machine was, whatever project it trained on: for the first estimate of a project without runs. */
public final class SpeedMemory {

    private static final Logger LOG = LoggerFactory.getLogger(SpeedMemory.class);

    private final Path file;

    /** @param file need not exist yet */
    public SpeedMemory(Path file) {
        this.file = file;
    }

    /**
     * What was measured last in a folder of runs, and anywhere with networks of other sizes; what is found there is
     * kept for other projects.
     */
    public Speeds with(RunStore runs) throws IOException {
        Speeds all = recall();
        for (Speed speed : runs.speeds()) {
            all = all.with(speed);
        }
        keep(all);
        return all;
    }

    private Speeds recall() {
        try {
            return Files.exists(file) ? Speeds.read(file) : Speeds.NONE;
        } catch (IOException e) {
            LOG.warn("The speed of this machine cannot be read", e);
            return Speeds.NONE;
        }
    }

    /** Keeps one more. */
    public void keep(Speed speed) {
        keep(recall().with(speed));
    }

    /** An estimate does not fail because the next one will know less. */
    private void keep(Speeds speeds) {
        try {
            if (!recall().equals(speeds)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                RunFiles.write(file, speeds);
            }
        } catch (IOException e) {
            LOG.warn("The speed of this machine cannot be kept", e);
        }
    }
}
