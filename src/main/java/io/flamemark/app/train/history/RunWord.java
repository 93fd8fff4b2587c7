package io.flamemark.app.train.history;

import io.flamemark.run.RunDetails;
import io.flamemark.run.RunSummary;

/** Where a run stands, in a word or two. */
final class RunWord {

    private RunWord() {}

    static String of(RunDetails run) {
        return run.isDamaged() ? "damaged" : of(run.summary());
    }

    static String of(RunSummary run) {
        if (run.isDamaged()) {
            return "damaged";
        }
        return switch (run.status().state()) {
            case QUEUED -> run.status().epoch() > 0 ? "to go on" : "not begun";
            case RUNNING -> "training";
            case PAUSED -> "paused";
            case STOPPED -> "stopped";
            case FINISHED -> "finished";
            case FAILED -> "broke off";
        };
    }
}
