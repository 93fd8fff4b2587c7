package io.flamemark.app.train.model;

import io.flamemark.app.chart.Budget;
import io.flamemark.app.task.FxTasks;
import io.flamemark.host.RunListener;
import io.flamemark.host.WorkerExit;
import io.flamemark.run.LoggedEvent;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunHistory;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A training under way as the window sees it. The host tells it things on its own thread; they are gathered and folded in
 * on the window's thread, many at a time, so that a fast run cannot flood the window. Everything but the listener's
 * methods is for the window's thread.
 */
final class LiveRun implements RunListener {

    /** So long are events folded in at once: a flood must not hold the window's thread. */
    private static final long MILLIS_AT_ONCE = 4;

    private final FxTasks tasks;
    private final Runnable changed;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final RunHistory history;
    private long revision;
    private boolean silent;
    private WorkerExit exit;

    /**
     * @param before what was told of the run before it broke off; goes on from there
     * @param changed called after each batch that was folded in
     */
    LiveRun(RunHistory before, FxTasks tasks, Runnable changed) {
        history = before;
        this.tasks = tasks;
        this.changed = changed;
    }

    @Override
    public void onEvent(RunEvent event) {
        enqueue(() -> history.add(event));
    }

    @Override
    public void onLogged(LoggedEvent logged) {
        enqueue(() -> history.add(logged));
    }

    @Override
    public void onUnresponsive(boolean nowSilent) {
        enqueue(() -> silent = nowSilent);
    }

    @Override
    public void onExit(WorkerExit how) {
        enqueue(() -> {
            exit = how;
            silent = false;
        });
    }

    RunHistory history() {
        return history;
    }

    /** How many things it has told so far. */
    long revision() {
        return revision;
    }

    /** Whether the worker has said nothing for long. */
    boolean isSilent() {
        return silent;
    }

    Optional<WorkerExit> exit() {
        return Optional.ofNullable(exit);
    }

    private void enqueue(Runnable change) {
        waiting.add(change);
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            tasks.onWindowThread(this::drain);
        }
    }

    private void drain() {
        scheduled.set(false);
        long before = revision;
        Budget budget = Budget.millis(MILLIS_AT_ONCE);
        for (Runnable change = waiting.poll(); change != null; change = budget.isSpent() ? null : waiting.poll()) {
            change.run();
            revision++;
        }
        // A change that comes while others are folded in schedules a call that finds nothing left.
        if (revision > before) {
            changed.run();
        }
        if (!waiting.isEmpty()) {
            schedule();
        }
    }
}
