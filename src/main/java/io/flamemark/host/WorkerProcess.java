package io.flamemark.host;

import io.flamemark.run.LoggedEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's side of one worker: its process, the lines it says, its silence, its end. Whatever a worker does, only this
 * object hears it.
 */
final class WorkerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final int LONGEST_LINE = 64 << 20;
    private static final int LONGEST_QUOTE = 200;

    private final Process process;
    private final Path log;
    private final WorkerTimes times;
    private final Listener listener;
    private final Writer commands;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(DaemonThreads.named("worker-reader"));
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("worker-watch"));

    /** Guards the order in which the listener is called. */
    private final Object telling = new Object();

    private volatile long lastLine = System.nanoTime();
    private volatile boolean endedByUs;
    private volatile boolean released;
    private boolean silent;
    private Optional<WorkerMessage.Bye> bye = Optional.empty();

    /** Hears the worker, one call at a time. */
    interface Listener {

        default void onEvent(LoggedEvent event) {}

        default void onMessage(WorkerMessage message) {}

        default void onSilence(boolean silent) {}

        /** Now and then, ten times within the time after which silence is told. */
        default void onWatch() {}

        /** The process is gone; the last call. */
        void onEnd(WorkerExit exit);
    }

    private WorkerProcess(Process process, Path log, WorkerTimes times, Listener listener) {
        this.process = process;
        this.log = log;
        this.times = times;
        this.listener = listener;
        this.commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** @throws IOException if no process can be started; the message says why */
    static WorkerProcess start(WorkerLauncher launcher, Path log, WorkerTimes times, Listener listener)
            throws IOException {
        Process process = launcher.launch(log, WorkerOptions.of(times).arguments());
        WorkerProcess worker = new WorkerProcess(process, log, times, listener);
        worker.reader.execute(worker::listen);
        long period = Math.max(1, times.silence().toMillis() / 10);
        worker.watch.scheduleAtFixedRate(worker::checkSilence, period, period, TimeUnit.MILLISECONDS);
        return worker;
    }

    /** Tells the worker something; one that is gone does not hear it, and {@link Listener#onEnd} says so. */
    synchronized void send(WorkerCommand command) {
        try {
            commands.write(WorkerProtocol.line(command) + "\n");
            commands.flush();
        } catch (IOException e) {
            LOG.debug("The worker {} does not listen any more", process.pid(), e);
        }
    }

    /** Waits, then ends it politely, waits, then by force: this process alone, by its handle. */
    void endWithin() {
        endedByUs = true;
        if (!exitsWithin(times.stopGrace().toMillis())) {
            process.destroy();
            if (!exitsWithin(times.endGrace().toMillis())) {
                process.destroyForcibly();
            }
        }
    }

    void kill() {
        endedByUs = true;
        process.destroyForcibly();
    }

    /** Lets the worker go on by itself: what it says from now on is read, so that it is not held up, and not heard. */
    void release() {
        send(new WorkerCommand.Detach());
        synchronized (telling) {
            released = true;
        }
        watch.shutdownNow();
        try {
            commands.close();
        } catch (IOException e) {
            LOG.debug("The worker {} has closed its input", process.pid(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    private boolean exitsWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void listen() {
        try (LineReader lines = new LineReader(process.getInputStream(), LONGEST_LINE)) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                hear(line.get());
            }
        } catch (IOException e) {
            LOG.debug("The worker {} was cut off", process.pid(), e);
        } catch (Error e) {
            LOG.error("The worker {} cannot be heard any more", process.pid(), e);
        } finally {
            end();
        }
    }

    /** One line that cannot be dealt with must not make us deaf to the next. */
    private void hear(String line) {
        lastLine = System.nanoTime();
        try {
            tell(WorkerProtocol.spoken(line));
        } catch (RuntimeException e) {
            LOG.error("A line of the worker {} could not be dealt with: {}", process.pid(), shortened(line), e);
        }
    }

    private static String shortened(String line) {
        return line.substring(0, Math.min(LONGEST_QUOTE, line.length()));
    }

    private void tell(WorkerProtocol.Spoken spoken) {
        synchronized (telling) {
            if (released) {
                return;
            }
            speaksAgain();
            if (spoken instanceof WorkerProtocol.Spoken.Event event) {
                listener.onEvent(event.logged());
            } else if (spoken instanceof WorkerProtocol.Spoken.Message message) {
                note(message.message());
            } else if (spoken instanceof WorkerProtocol.Spoken.Text text) {
                keep(text.line());
            }
        }
    }

    private void note(WorkerMessage message) {
        if (message instanceof WorkerMessage.Bye last) {
            bye = Optional.of(last);
            // Native code can hang while it is taken down.
            watch.schedule(process::destroyForcibly, times.stopGrace().toMillis(), TimeUnit.MILLISECONDS);
        } else {
            listener.onMessage(message);
        }
    }

    private void keep(String text) {
        try {
            Files.writeString(log, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("The worker's log {} cannot be written: {}", log, text, e);
        }
    }

    private void checkSilence() {
        synchronized (telling) {
            if (!silent
                    && process.isAlive()
                    && System.nanoTime() - lastLine > times.silence().toNanos()) {
                silent = true;
                listener.onSilence(true);
            }
        }
        listener.onWatch();
    }

    private void speaksAgain() {
        if (silent) {
            silent = false;
            listener.onSilence(false);
        }
    }

    /** A worker that is not heard any more is of no use, and might wait for ever to be heard. */
    private void end() {
        watch.shutdownNow();
        reader.shutdown();
        if (!exitsWithin(times.stopGrace().toMillis())) {
            process.destroyForcibly();
        }
        int code = process.onExit().join().exitValue();
        synchronized (telling) {
            if (released) {
                return;
            }
            listener.onEnd(WorkerExit.of(code, bye, endedByUs, log));
        }
    }
}
