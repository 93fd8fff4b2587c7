package io.flamemark.app.task;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The one gate to background work and back. Tests give executors that run at once; the window gives a small pool and
 * {@link Platform#runLater}.
 */
public final class FxTasks {

    /** Background work: may block, must not touch the window. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    private static final int POOL_SIZE = 3;

    private final Executor background;
    private final Executor window;
    private final Consumer<Throwable> unexpected;
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();

    /**
     * @param background runs the work
     * @param window runs what follows, on the window's thread
     * @param unexpected told, on the window's thread, of failures nobody handles
     */
    public FxTasks(Executor background, Executor window, Consumer<Throwable> unexpected) {
        this.background = background;
        this.window = window;
        this.unexpected = unexpected;
    }

    /** For the real window. */
    public static FxTasks onWindow(Executor background, Consumer<Throwable> unexpected) {
        return new FxTasks(background, Platform::runLater, unexpected);
    }

    /** A small pool of daemon threads for background work. */
    public static ExecutorService daemonPool() {
        AtomicInteger count = new AtomicInteger();
        return Executors.newFixedThreadPool(POOL_SIZE, work -> {
            Thread thread = Executors.defaultThreadFactory().newThread(work);
            thread.setName("background-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Describes a task; {@link Task#start} starts it. */
    public <T> Task<T> task(String title, Work<T> work) {
        return new Task<>(this, title, work);
    }

    /** Shows work done elsewhere, such as a training, until {@link Job#end}. Call on the window's thread. */
    public Job show(String title, Runnable onCancel) {
        Job job = new Job(title, this, true, onCancel);
        add(job);
        return job;
    }

    /** Runs {@code action} on the window's thread, after what is already waiting there. */
    public void onWindowThread(Runnable action) {
        window.execute(action);
    }

    /** The jobs to show, oldest first. Read on the window's thread. */
    public ObservableList<Job> jobs() {
        return FXCollections.unmodifiableObservableList(jobs);
    }

    void add(Job job) {
        jobs.add(job);
    }

    void remove(Job job) {
        onWindowThread(() -> jobs.remove(job));
    }

    void inBackground(Runnable work) {
        background.execute(work);
    }

    void report(Throwable failure) {
        unexpected.accept(failure);
    }
}
