package io.flamemark.host;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunRequest;
import io.flamemark.run.StopSignal;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks, while a training lasts, for what it is asked by those who have no line to its process. */
final class RequestWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);
    private static final int PERIOD_MS = 500;

    private final RunDirectory run;
    private final StopSignal stop;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("run-requests"));

    private RequestWatch(RunDirectory run, StopSignal stop) {
        this.run = run;
        this.stop = stop;
    }

    /** What was asked of an earlier session is forgotten. */
    static RequestWatch start(RunDirectory run, StopSignal stop) throws IOException {
        RunRequest.take(run);
        RequestWatch watch = new RequestWatch(run, stop);
        watch.watch.scheduleWithFixedDelay(watch::look, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        try {
            RunRequest.take(run).ifPresent(stop::ask);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The request {} cannot be read", run.request(), e);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
