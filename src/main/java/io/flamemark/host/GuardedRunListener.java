package io.flamemark.host;

import io.flamemark.run.LoggedEvent;
import io.flamemark.run.RunEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a listener's mistakes from the training: a chart that throws must not end a run of hours. */
record GuardedRunListener(RunListener listener) implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedRunListener.class);

    @Override
    public void onEvent(RunEvent event) {
        guard(() -> listener.onEvent(event));
    }

    @Override
    public void onLogged(LoggedEvent logged) {
        guard(() -> listener.onLogged(logged));
    }

    @Override
    public void onUnresponsive(boolean silent) {
        guard(() -> listener.onUnresponsive(silent));
    }

    @Override
    public void onExit(WorkerExit exit) {
        guard(() -> listener.onExit(exit));
    }

    private static void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.error("A listener to a run failed; the run goes on", e);
        }
    }
}
