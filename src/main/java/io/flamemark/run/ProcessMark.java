package io.flamemark.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds a process again by what a file says of it. */
final class ProcessMark {

    private static final Duration START_TOLERANCE = Duration.ofSeconds(10);

    private ProcessMark() {}

    /**
     * The living process of this id, if it is still the one that was meant.
     *
     * @param pid 0 for none
     * @param start when that one began; the id alone may have been given to another by now
     */
    static Optional<ProcessHandle> find(long pid, Optional<Instant> start) {
        return Optional.of(pid)
                .filter(id -> id > 0)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> began(process, start));
    }

    /** Linux derives the start from the time of day, so that two processes may see it a second or so apart. */
    private static boolean began(ProcessHandle process, Optional<Instant> wanted) {
        Optional<Instant> start = process.info().startInstant();
        return start.isPresent() && wanted.isPresent()
                ? Duration.between(start.get(), wanted.get()).abs().compareTo(START_TOLERANCE) < 0
                : start.equals(wanted);
    }
}
