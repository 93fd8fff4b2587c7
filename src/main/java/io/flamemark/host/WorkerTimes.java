package io.flamemark.host;

import java.time.Duration;

/**
 * How patient a host is.
 *
 * @param heartbeat how often a worker says that it is alive
 * @param silence without a line for so long, a worker counts as not responding
 * @param stopGrace from asking a worker to stop to ending it
 * @param endGrace from ending it politely to ending it by force
 * @param answer how long a worker may look at one image
 */
public record WorkerTimes(
        Duration heartbeat, Duration silence, Duration stopGrace, Duration endGrace, Duration answer) {

    /** A worker that lives and yet has no answer after so long is stuck: on any machine this is far more than it takes. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(10);

    public WorkerTimes(Duration heartbeat, Duration silence, Duration stopGrace, Duration endGrace) {
        this(heartbeat, silence, stopGrace, endGrace, LONGEST_ANSWER);
    }

    public static WorkerTimes standard() {
        return new WorkerTimes(
                Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(5));
    }
}
