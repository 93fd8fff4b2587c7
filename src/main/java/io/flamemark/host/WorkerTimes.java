package io.flamemark.host;

import java.time.Duration;

/**
 * How patient a host is.
 *
 * @param heartbeat how often a worker says that it is alive
 * @param silence without a line for so long, a worker counts as not responding
 * @param stopGrace from asking a worker to stop to ending it
 * @param endGrace from ending it politely to ending it by force
 */
public record WorkerTimes(Duration heartbeat, Duration silence, Duration stopGrace, Duration endGrace) {

    public static WorkerTimes standard() {
        return new WorkerTimes(
                Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(5));
    }
}
