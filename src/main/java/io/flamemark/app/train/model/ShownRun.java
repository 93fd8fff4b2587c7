package io.flamemark.app.train.model;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunHistory;
import io.flamemark.run.RunSummary;

/**
 * The run on display at one moment.
 *
 * @param history grows while the run is live; to be read on the window's thread
 * @param revision rises with each thing the run told, so that two moments of one run are never equal
 * @param phase where it stands
 * @param silent whether its worker has said nothing for long
 */
public record ShownRun(
        RunDirectory directory, RunHistory history, long revision, Verdict verdict, Phase phase, boolean silent) {

    /** A run that was read back from its directory. */
    static ShownRun past(RunSummary entry, RunHistory history) {
        Verdict verdict = entry.isDamaged()
                ? Verdict.damaged(entry.damage())
                : Verdict.past(history, entry.status().state(), entry.status().message());
        return new ShownRun(entry.directory(), history, 0, verdict, Phase.OVER, false);
    }

    /** Whether it is training, or waits for that. */
    public boolean live() {
        return phase != Phase.OVER;
    }

    /** Whether there are weights to look at images with. */
    public boolean hasModel() {
        return !history.epochs().isEmpty();
    }
}
