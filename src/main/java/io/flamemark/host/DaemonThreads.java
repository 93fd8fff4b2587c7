package io.flamemark.host;

import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Named threads that do not keep the program alive. */
public final class DaemonThreads {

    private DaemonThreads() {}

    public static ThreadFactory named(String name) {
        return task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName(name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
