package io.flamemark.app.project;

import io.flamemark.app.task.FxTasks;
import io.flamemark.host.DaemonThreads;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Real journals for documents without a window; closed, they write no more. */
final class TestJournal implements AutoCloseable {

    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("journal"));
    private final List<Journaling> all = new ArrayList<>();

    /** @param folder stands for the person's own */
    Journaling of(ProjectModel model, FxTasks tasks, Path folder) {
        Journaling journaling = new Journaling(model, tasks, writer, folder.resolve("data"), Clock.systemUTC());
        all.add(journaling);
        return journaling;
    }

    @Override
    public void close() {
        all.forEach(Journaling::end);
        writer.shutdown();
    }
}
