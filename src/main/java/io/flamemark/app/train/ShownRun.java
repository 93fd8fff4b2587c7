package io.flamemark.app.train;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunHistory;
import io.flamemark.run.RunSummary;

/**
 * The run on display at one moment.
 *
 * @param history grows while the run is live; to be read on the window's thread
 * @param revision rises with each thing the run told, so that two moments of one run are never equal
 * @param live whether it is training now
 * @param stopping whether it was asked to stop
 * @param silent whether its worker has said nothing for long
 */
record ShownRun(
        RunDirectory directory,
        RunHistory history,
        long revision,
        Verdict verdict,
        boolean live,
        boolean stopping,
        boolean silent) {

    /** A run that was read back from its directory. */
    static ShownRun past(RunSummary entry, RunHistory history) {
        Verdict verdict =
                Verdict.past(history, entry.status().state(), entry.status().message());
        return new ShownRun(entry.directory(), history, 0, verdict, false, false, false);
    }

    /** Whether there are weights to look at images with. */
    boolean hasModel() {
        return !history.epochs().isEmpty();
    }
}
