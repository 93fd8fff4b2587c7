package io.flamemark.app.train;

import io.flamemark.run.RunSummary;

/** Where a run stands, in a word or two. */
final class RunWord {

    private RunWord() {}

    static String of(RunSummary run) {
        return switch (run.status().state()) {
            case QUEUED -> "waiting";
            case RUNNING -> "training";
            case PAUSED -> "paused";
            case STOPPED -> "stopped";
            case FINISHED -> "finished";
            case FAILED -> "ended early";
        };
    }
}
