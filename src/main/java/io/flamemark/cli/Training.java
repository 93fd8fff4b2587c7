package io.flamemark.cli;

import io.flamemark.host.ActiveRun;
import io.flamemark.host.RunHost;
import io.flamemark.host.RunListener;
import io.flamemark.host.WorkerExit;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A training that a person waits for and can end with Ctrl-C, and that ends by itself when its time is up. */
final class Training {

    private static final int GRACE_SECONDS = 30;

    private Training() {}

    /** Trains to the end. */
    static WorkerExit run(Supplier<RunHost> hosts, TrainingJob job, RunListener listener) {
        return run(hosts, job, listener, Duration.ofDays(365));
    }

    /** Trains to the end, or until the limit; the best epoch is kept either way. */
    static WorkerExit run(Supplier<RunHost> hosts, TrainingJob job, RunListener listener, Duration limit) {
        try (RunHost host = hosts.get()) {
            ActiveRun run = host.start(job, listener);
            CompletableFuture<Void> timer = CompletableFuture.runAsync(
                    () -> run.stop(StopSignal.When.AFTER_STEP),
                    CompletableFuture.delayedExecutor(limit.toSeconds(), TimeUnit.SECONDS));
            Thread onInterrupt = Executors.defaultThreadFactory().newThread(() -> stopAndWait(run));
            Runtime.getRuntime().addShutdownHook(onInterrupt);
            WorkerExit exit = run.exit().join();
            timer.cancel(false);
            forget(onInterrupt);
            return exit;
        }
    }

    private static void stopAndWait(ActiveRun run) {
        run.stop(StopSignal.When.AFTER_STEP);
        run.exit()
                .copy()
                .completeOnTimeout(null, GRACE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already: the hook is what ended the training.
        }
    }
}
