package io.flamemark.cli;

import io.flamemark.weights.WeightsDownload;

/** A download on the terminal, in megabytes. */
final class DownloadBar implements WeightsDownload.Watch {

    private static final double MEGABYTE = 1e6;

    private final Console console;
    private final String what;
    private Progress progress;
    private int told = -1;

    DownloadBar(Console console, String what) {
        this.console = console;
        this.what = what;
    }

    @Override
    public void progress(long done, long total) {
        int now = megabytes(done);
        if (now == told) {
            return;
        }
        told = now;
        if (progress == null) {
            progress = console.progress("Fetching " + what + ", MB", megabytes(Math.max(done, total)));
        }
        progress.update(now, "");
    }

    private static int megabytes(long bytes) {
        return (int) Math.ceil(bytes / MEGABYTE);
    }

    /** Ends the line. */
    void finish() {
        if (progress != null) {
            progress.finish();
        }
    }
}
