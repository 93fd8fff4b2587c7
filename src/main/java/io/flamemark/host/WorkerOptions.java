package io.flamemark.host;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a worker is told when it is started, as arguments: {@code --heartbeat-ms=2000 --on-orphan=stop
 * --orphan-grace-ms=30000}.
 *
 * @param onOrphan what to do when the parent is gone
 * @param orphanGrace how long a training may take to stop when the parent is gone
 */
record WorkerOptions(Duration heartbeat, OnOrphan onOrphan, Duration orphanGrace) {

    /** What to do with a training whose parent is gone. */
    enum OnOrphan {
        STOP,
        CONTINUE
    }

    private static final Duration ORPHAN_GRACE = Duration.ofSeconds(30);

    static WorkerOptions of(WorkerTimes times) {
        return new WorkerOptions(times.heartbeat(), OnOrphan.STOP, ORPHAN_GRACE);
    }

    List<String> arguments() {
        return List.of(
                "--heartbeat-ms=" + heartbeat.toMillis(),
                "--on-orphan=" + onOrphan.name().toLowerCase(Locale.ROOT),
                "--orphan-grace-ms=" + orphanGrace.toMillis());
    }

    /** @throws IllegalArgumentException on an argument that is none of these */
    static WorkerOptions parse(List<String> arguments) {
        WorkerOptions options = of(WorkerTimes.standard());
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            options = options.with(parts[0], parts.length > 1 ? parts[1] : "");
        }
        return options;
    }

    private WorkerOptions with(String name, String value) {
        return switch (name) {
            case "--heartbeat-ms" -> new WorkerOptions(millis(value), onOrphan, orphanGrace);
            case "--on-orphan" ->
                new WorkerOptions(heartbeat, OnOrphan.valueOf(value.toUpperCase(Locale.ROOT)), orphanGrace);
            case "--orphan-grace-ms" -> new WorkerOptions(heartbeat, onOrphan, millis(value));
            default -> throw new IllegalArgumentException("unknown worker option " + name);
        };
    }

    private static Duration millis(String value) {
        return Duration.ofMillis(Long.parseLong(value));
    }
}
