package io.flamemark.host;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one training run at a time on another host: those started meanwhile wait in order, each with the state {@code
 * QUEUED}. One that waits is taken out by stopping it. When the program closes, those that wait are recorded as stopped,
 * and can be resumed like any other run.
 */
public final class RunQueue implements RunHost {

    static final String TAKEN_OUT = "Taken out of the queue before it began; it can be started by resuming it.";
    static final String CLOSED = "The program was closed before this training began; it can be started by resuming it.";

    private final RunHost host;

    /** Guards what follows. */
    private final Deque<QueuedRun> waiting = new ArrayDeque<>();

    private final Set<ActiveRun> active = ConcurrentHashMap.newKeySet();

    /** A training that was let go still uses the machine, so none begins beside it. */
    private boolean held;

    /** @param host closed with this */
    public RunQueue(RunHost host) {
        this.host = host;
    }

    @Override
    public ActiveRun start(TrainingJob job, RunListener listener) {
        QueuedRun run = new QueuedRun(this, job, listener);
        synchronized (waiting) {
            waiting.add(run);
        }
        next();
        return run;
    }

    /** The runs that wait, the next one first. */
    public List<RunDirectory> waiting() {
        synchronized (waiting) {
            return waiting.stream().map(QueuedRun::directory).toList();
        }
    }

    @Override
    public Optional<ActiveRun> attach(RunDirectory run, RunListener listener) throws IOException {
        Optional<ActiveRun> attached = host.attach(run, listener);
        synchronized (waiting) {
            held = false;
            attached.ifPresent(active::add);
        }
        attached.ifPresent(this::onEnd);
        next();
        return attached;
    }

    @Override
    public boolean detach(ActiveRun run) {
        ActiveRun inner = run instanceof QueuedRun queued ? queued.started().orElse(run) : run;
        synchronized (waiting) {
            held = true;
        }
        boolean detached = host.detach(inner);
        if (!detached) {
            synchronized (waiting) {
                held = false;
            }
            next();
        }
        return detached;
    }

    @Override
    public void close() {
        List<QueuedRun> left;
        synchronized (waiting) {
            held = true;
            left = new ArrayList<>(waiting);
            waiting.clear();
        }
        left.forEach(run -> run.withdrawn(CLOSED));
        host.close();
    }

    /** Begins the next run, if none is under way. */
    private void next() {
        synchronized (waiting) {
            if (held || !active.isEmpty() || waiting.isEmpty()) {
                return;
            }
            QueuedRun run = waiting.remove();
            ActiveRun inner = run.begin(host);
            active.add(inner);
            onEnd(inner);
        }
    }

    private void onEnd(ActiveRun run) {
        run.exit().thenRun(() -> {
            active.remove(run);
            next();
        });
    }

    /** @return whether it was waiting */
    boolean takeOut(QueuedRun run) {
        synchronized (waiting) {
            return waiting.remove(run);
        }
    }
}
