package io.flamemark.host;

import io.flamemark.run.Detector;
import io.flamemark.run.Environment;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingBackend;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker's side of {@link WorkerProtocol}: does what its standard input says, one thing at a time, and tells of it
 * on its standard output. It trains one run and ends, or answers requests to look at images until it is told to quit.
 *
 * <p>The end of the input means that the parent is gone. Unless it said before that the training shall go on, a training
 * then stops after its step, keeps its best epoch, and the process ends; if the training does not answer within the
 * grace, the process ends regardless. The same holds when the terminal is closed. When the system asks the process to end,
 * as it does on Ctrl-C in a terminal, which all its processes hear, that holds for every training.
 */
public final class Worker {

    private static final String ORPHANED =
            "The program that ran this training ended without a word, so it was stopped.";
    private static final String HUNG_UP =
            "The terminal that this training was started from was closed, so it was stopped.";

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final int LONGEST_COMMAND = 1 << 20;

    /** A terminal may take the parent with it before what that said last is read here. */
    private static final long LAST_WORD_SECONDS = 2;

    private final TrainingBackend backend;
    private final DetectionDesk detection;
    private final WorkerOptions options;
    private final WorkerOutput output;
    private final StopSignal stop = new StopSignal();
    private volatile WorkerOptions.OnOrphan onOrphan;
    private final BlockingQueue<WorkerCommand> commands = new LinkedBlockingQueue<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch inputEnded = new CountDownLatch(1);
    private final DirectBuffers buffers = new DirectBuffers();
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("worker-heart"));

    private Worker(TrainingBackend backend, Detector.Factory detectors, WorkerOptions options, WorkerOutput output) {
        this.backend = backend;
        this.detection = new DetectionDesk(detectors);
        this.options = options;
        this.onOrphan = options.onOrphan();
        this.output = output;
    }

    /**
     * Serves until done; to be called by a worker's {@code main}, which exits with the result.
     *
     * @param arguments as {@link WorkerOptions} writes them
     * @param in commands
     * @param out events only; whatever else prints must be sent elsewhere before
     * @return the exit code, see {@link WorkerExit}
     */
    public static int run(
            TrainingBackend backend,
            Detector.Factory detectors,
            List<String> arguments,
            InputStream in,
            OutputStream out) {
        return new Worker(backend, detectors, WorkerOptions.parse(arguments), new WorkerOutput(out)).serve(in);
    }

    /**
     * {@link #run} on this process's own streams. What else prints on standard output, our own log included, goes to
     * standard error from now on.
     */
    public static int runOnStandardStreams(
            TrainingBackend backend, Detector.Factory detectors, List<String> arguments) {
        OutputStream events = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        Worker worker = new Worker(backend, detectors, WorkerOptions.parse(arguments), new WorkerOutput(events));
        Runtime.getRuntime().addShutdownHook(Executors.defaultThreadFactory().newThread(worker::endInOrder));
        HangUp.does(worker::hungUp);
        return worker.serve(System.in);
    }

    private int serve(InputStream in) {
        output.send(new WorkerMessage.Hello(
                WorkerProtocol.VERSION,
                ProcessHandle.current().pid(),
                System.getProperty("java.version"),
                Environment.thisProgram()));
        heart.scheduleAtFixedRate(this::beat, 0, options.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
        Executors.newSingleThreadExecutor(DaemonThreads.named("worker-commands"))
                .execute(() -> listen(new LineReader(in, LONGEST_COMMAND)));
        WorkerMessage.Bye bye = work();
        heart.shutdownNow();
        detection.close();
        output.send(bye);
        done.countDown();
        return bye.code();
    }

    private void beat() {
        output.send(Vitals.now());
        buffers.freeUnused();
    }

    /** Returns when the worker has done what it does. */
    private void endInOrder() {
        commands.add(new WorkerCommand.Quit());
        stop.stopAfterStep();
        try {
            if (!done.await(options.orphanGrace().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("What was under way did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WorkerMessage.Bye work() {
        try {
            while (true) {
                WorkerCommand command = commands.take();
                if (command instanceof WorkerCommand.Start start) {
                    return train(new RunDirectory(start.run()));
                } else if (command instanceof WorkerCommand.Detect detect) {
                    WorkerMessage answer = detection.answer(detect);
                    if (answer instanceof WorkerMessage.Bye bye) {
                        return bye;
                    }
                    output.send(answer);
                } else if (command instanceof WorkerCommand.Quit) {
                    return new WorkerMessage.Bye(WorkerExit.CODE_FINISHED, "");
                }
            }
        } catch (InterruptedException e) {
            return new WorkerMessage.Bye(WorkerExit.CODE_STOPPED, "Interrupted.");
        }
    }

    private WorkerMessage.Bye train(RunDirectory directory) {
        TrainingSession.Outcome outcome =
                TrainingSession.conduct(backend, directory, stop, logged -> output.line(logged.line()));
        return new WorkerMessage.Bye(outcome.code(), outcome.reason());
    }

    private void listen(LineReader lines) {
        try (lines) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                receive(line.get());
            }
        } catch (IOException e) {
            LOG.warn("The parent's commands cannot be read any more", e);
        }
        orphaned();
    }

    private void receive(String line) {
        Optional<WorkerCommand> command = WorkerProtocol.command(line);
        if (command.isEmpty()) {
            LOG.warn("Not a command: {}", line);
        }
        command.ifPresent(it -> {
            if (it instanceof WorkerCommand.Stop wish) {
                stop.ask(wish.when());
            } else if (it instanceof WorkerCommand.Detach) {
                onOrphan = WorkerOptions.OnOrphan.CONTINUE;
            } else {
                commands.add(it);
            }
        });
    }

    private void orphaned() {
        inputEnded.countDown();
        if (onOrphan == WorkerOptions.OnOrphan.CONTINUE) {
            commands.add(new WorkerCommand.Quit());
        } else {
            end(ORPHANED);
        }
    }

    /** Where the parent is gone with its terminal, it has said what is to become of the training. */
    private void hungUp() {
        try {
            boolean parentGone = inputEnded.await(LAST_WORD_SECONDS, TimeUnit.SECONDS);
            if (!parentGone && onOrphan == WorkerOptions.OnOrphan.STOP) {
                end(HUNG_UP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(String why) {
        commands.add(new WorkerCommand.Quit());
        stop.stopAfterStep(why);
        heart.schedule(
                () -> Runtime.getRuntime().halt(WorkerExit.CODE_STOPPED),
                options.orphanGrace().toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
