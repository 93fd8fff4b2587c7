package io.flamemark.host;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunHolder;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which program a training belongs to. A folder that cannot be written keeps nobody from training: then each program takes
 * the run for its own.
 */
final class Custody {

    private static final Logger LOG = LoggerFactory.getLogger(Custody.class);

    private Custody() {}

    /** This program began the training, or takes it up. */
    static void take(RunDirectory run) {
        try {
            RunHolder.take(run);
        } catch (IOException e) {
            LOG.warn("It cannot be recorded who holds {}", run.root(), e);
        }
    }

    /** The training is over, or goes on without this program. */
    static void release(RunDirectory run) {
        try {
            RunHolder.release(run);
        } catch (IOException e) {
            LOG.warn("It cannot be recorded that nobody holds {}", run.root(), e);
        }
    }

    /** Whether another program holds it. */
    static boolean isElsewhere(RunDirectory run) {
        try {
            return RunHolder.isElsewhere(run);
        } catch (IOException e) {
            LOG.warn("It cannot be read who holds {}", run.root(), e);
            return false;
        }
    }
}
