package io.flamemark.app.task;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A description of background work and of what follows it, made by {@link FxTasks#task}. What follows runs on the
 * window's thread, and not at all once the job is cancelled.
 */
public final class Task<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Task.class);

    private final FxTasks tasks;
    private final String title;
    private final FxTasks.Work<T> work;
    private Consumer<? super T> onSuccess = result -> {};
    private Consumer<? super Exception> onFailure;
    private Runnable finallyRun = () -> {};
    private boolean shown = true;
    private boolean stoppable = true;

    Task(FxTasks tasks, String title, FxTasks.Work<T> work) {
        this.tasks = tasks;
        this.title = title;
        this.work = work;
        this.onFailure = tasks::report;
    }

    public Task<T> onSuccess(Consumer<? super T> action) {
        onSuccess = action;
        return this;
    }

    /** Without it a failure is reported as a programming error. */
    public Task<T> onFailure(Consumer<? super Exception> action) {
        onFailure = action;
        return this;
    }

    /** Runs after success, failure or cancelling. */
    public Task<T> andFinally(Runnable action) {
        finallyRun = action;
        return this;
    }

    /** Keeps it off the status bar: for short or frequent work such as thumbnails. */
    public Task<T> unseen() {
        shown = false;
        return this;
    }

    /** Offers no way to stop it: for work that must not be left half done, such as saving. */
    public Task<T> unstoppable() {
        stoppable = false;
        return this;
    }

    /** Starts it and returns its handle. Where the program is closing, nothing is begun any more. */
    public Job start() {
        Job job = new Job(title, tasks, stoppable, () -> {});
        if (shown) {
            tasks.add(job);
        }
        try {
            tasks.inBackground(() -> run(job));
        } catch (RejectedExecutionException e) {
            LOG.debug("Too late for: {}", title);
            job.cancel();
            job.end();
        }
        return job;
    }

    private void run(Job job) {
        if (job.isCancelled()) {
            finish(job, () -> {});
            return;
        }
        try {
            T result = work.run(job);
            finish(job, () -> onSuccess.accept(result));
        } catch (Exception e) {
            finish(job, () -> onFailure.accept(e));
        } catch (Error e) {
            // No thread of the pool may swallow it: an OutOfMemoryError of a huge image must be seen.
            finish(job, () -> tasks.report(e));
        }
    }

    private void finish(Job job, Runnable delivery) {
        job.end();
        tasks.onWindowThread(() -> {
            if (!job.isCancelled()) {
                delivery.run();
            }
            finallyRun.run();
        });
    }
}
