package io.flamemark.host;

import io.flamemark.run.RunEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Keeps what a run tells, and waits for what it has not told yet. */
final class RecordingListener implements RunListener {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    final List<RunEvent> events = new CopyOnWriteArrayList<>();
    final List<Boolean> silences = new CopyOnWriteArrayList<>();
    final List<WorkerExit> exits = new CopyOnWriteArrayList<>();

    @Override
    public void onEvent(RunEvent event) {
        events.add(event);
    }

    @Override
    public void onUnresponsive(boolean silent) {
        silences.add(silent);
    }

    @Override
    public void onExit(WorkerExit exit) {
        exits.add(exit);
    }

    void await(String what, Predicate<RecordingListener> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.test(this)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what + "; heard " + events.size() + " events");
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    <T extends RunEvent> List<T> of(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
