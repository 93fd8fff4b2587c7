package io.flamemark.host;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The worker's standard output: whole lines, whichever thread writes them. When nobody listens any more, lines are
 * dropped silently; what matters is in the run's own files.
 */
final class WorkerOutput {

    private final PrintStream out;

    WorkerOutput(OutputStream out) {
        this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
    }

    synchronized void line(String json) {
        out.print(json + "\n");
        out.flush();
    }

    void send(WorkerMessage message) {
        line(WorkerProtocol.line(message));
    }
}
