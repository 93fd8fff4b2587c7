package io.flamemark.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One side of the comparison: a process that works once for each line it is sent, and the times it took. */
final class Contestant implements AutoCloseable {

    private static final long SECONDS_TO_END = 300;

    private final Process process;
    private final BufferedReader answers;
    private final List<Work> rounds = new ArrayList<>();

    /**
     * One answer.
     *
     * @param seconds by the clock
     * @param busy seconds of the processor, all threads together: what matters on a machine that does other things too
     * @param result the loss, or the number of objects found
     */
    record Work(double seconds, double busy, double result) {}

    Contestant(Process process) {
        this.process = process;
        answers = process.inputReader();
    }

    /** Waits until it has loaded; whether it has, rather than ended. */
    boolean isReady() throws IOException {
        return "ready".equals(answers.readLine());
    }

    /** Has it work once and keeps the time. */
    void work() throws IOException {
        rounds.add(once());
    }

    /** Has it work once without counting: first times are slower. */
    void warmUp() throws IOException {
        once();
    }

    private Work once() throws IOException {
        process.outputWriter().write("go\n");
        process.outputWriter().flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the process ended before it answered, see its log");
        }
        String[] parts = line.split(" ");
        return new Work(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    }

    /** All counted rounds. */
    List<Work> rounds() {
        return rounds;
    }

    /** The largest resident set so far, MiB; not a number where the system does not say. */
    double peakMebibytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException | UncheckedIOException e) {
            return Double.NaN;
        }
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
