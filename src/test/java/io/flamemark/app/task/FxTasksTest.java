package io.flamemark.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two queues stand for the two threads, so that each moment can be looked at. */
class FxTasksTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> window = new ArrayDeque<>();
    private final List<Throwable> unexpected = new ArrayList<>();
    private final FxTasks tasks = new FxTasks(background::add, window::add, unexpected::add);
    private final List<String> heard = new ArrayList<>();

    @Test
    @DisplayName("a task is shown while it runs; its result arrives on the window's thread")
    void success() {
        Job job = tasks.task("Reading", progress -> {
                    progress.at(0.5, "half");
                    return "done";
                })
                .onSuccess(heard::add)
                .andFinally(() -> heard.add("finally"))
                .start();
        assertEquals(List.of(job), tasks.jobs());
        run(background);
        assertTrue(heard.isEmpty());
        run(window);
        assertEquals(List.of("done", "finally"), heard);
        assertEquals(0.5, job.fractionProperty().get());
        assertEquals("half", job.messageProperty().get());
        assertTrue(tasks.jobs().isEmpty());
    }

    @Test
    @DisplayName("a failure goes to its handler; without one it is reported as unexpected")
    void failure() {
        IOException failure = new IOException("broken");
        tasks.task("a", progress -> {
                    throw failure;
                })
                .onFailure(e -> heard.add(e.getMessage()))
                .start();
        tasks.task("b", progress -> {
                    throw failure;
                })
                .start();
        run(background);
        run(window);
        assertEquals(List.of("broken"), heard);
        assertSame(failure, unexpected.get(0));
        assertTrue(tasks.jobs().isEmpty());
    }

    @Test
    @DisplayName("an error such as no memory is reported, not swallowed by the pool")
    void error() {
        OutOfMemoryError error = new OutOfMemoryError("huge image");
        tasks.task("a", progress -> {
                    throw error;
                })
                .onFailure(e -> heard.add("handled"))
                .start();
        run(background);
        run(window);
        assertSame(error, unexpected.get(0));
        assertTrue(heard.isEmpty());
    }

    @Test
    @DisplayName("a cancelled task delivers nothing, whether it was running or waiting")
    void cancel() {
        Job waiting = tasks.task("a", progress -> heard.add("ran"))
                .onSuccess(r -> heard.add("a"))
                .start();
        waiting.cancel();
        Job running = tasks.task("b", progress -> "b").onSuccess(heard::add).start();
        run(background);
        running.cancel();
        run(window);
        assertTrue(heard.isEmpty());
        assertTrue(tasks.jobs().isEmpty());
    }

    @Test
    @DisplayName("work shown from elsewhere stays until it ends, and can be asked to")
    void shown() {
        Job job = tasks.show("Training", () -> heard.add("stop"));
        job.cancel();
        job.cancel();
        assertEquals(List.of("stop"), heard);
        job.end();
        run(window);
        assertTrue(tasks.jobs().isEmpty());
    }

    private static void run(Queue<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.poll().run();
        }
    }
}
