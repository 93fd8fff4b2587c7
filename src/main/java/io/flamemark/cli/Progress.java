package io.flamemark.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Progress through a known number of items: one line that is written over on a terminal; elsewhere plain lines, at most
 * about ten of them.
 */
final class Progress {

    private static final int BAR = 24;
    private static final int PLAIN_LINES = 10;
    private static final int WIDEST = 110;

    private final PrintStream err;
    private final boolean terminal;
    private final String what;
    private final int total;
    private int lastPlain = -1;
    private int lastLength;

    Progress(PrintStream err, boolean terminal, String what, int total) {
        this.err = err;
        this.terminal = terminal;
        this.what = what;
        this.total = Math.max(1, total);
    }

    /** {@code done} items are finished; {@code detail} says what the last one showed. */
    void update(int done, String detail) {
        if (terminal) {
            overwrite(bar(done) + " " + line(done, detail));
        } else if (done == total || done * PLAIN_LINES / total != lastPlain) {
            lastPlain = done * PLAIN_LINES / total;
            err.println(line(done, detail));
        }
    }

    private String line(int done, String detail) {
        return Console.harmless(what + " " + done + "/" + total + "  " + detail).strip();
    }

    /** Leaves the last state standing and moves to the next line. */
    void finish() {
        if (terminal && lastLength > 0) {
            err.println();
        }
        lastLength = 0;
    }

    private void overwrite(String line) {
        String text = line.length() > WIDEST ? line.substring(0, WIDEST) : line;
        err.print("\r" + text + " ".repeat(Math.max(0, lastLength - text.length())));
        err.flush();
        lastLength = text.length();
    }

    private String bar(int done) {
        int filled = Math.min(BAR, (int) ((long) done * BAR / total));
        return String.format(
                Locale.ROOT, "[%s%s] %3d%%", "#".repeat(filled), "-".repeat(BAR - filled), 100L * done / total);
    }
}
