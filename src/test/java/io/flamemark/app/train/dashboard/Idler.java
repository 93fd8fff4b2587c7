package io.flamemark.app.train.dashboard;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that sleeps a millisecond at a time and does nothing else. When it oversleeps, the machine or the garbage
 * collector has held up everybody: what it tells is what no program can be better than (the idea of Tene's jHiccup).
 */
final class Idler implements AutoCloseable {

    private static final long NAP = TimeUnit.MILLISECONDS.toNanos(1);

    /** Shorter ones are the scheduler's ordinary work. */
    private static final long WORTH_TELLING = TimeUnit.MILLISECONDS.toNanos(4);

    private final List<long[]> heldUp = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::idle, "idler");
    private volatile boolean over;

    Idler() {
        thread.setDaemon(true);
        thread.start();
    }

    private void idle() {
        while (!over) {
            long before = System.nanoTime();
            LockSupport.parkNanos(NAP);
            long after = System.nanoTime();
            if (after - before - NAP > WORTH_TELLING) {
                heldUp.add(new long[] {before + NAP, after});
            }
        }
    }

    /** For how many nanoseconds of a span it was held up. */
    long heldUp(long from, long to) {
        return heldUp.stream()
                .mapToLong(span -> Math.max(0, Math.min(to, span[1]) - Math.max(from, span[0])))
                .sum();
    }

    /** The longest it was held up at once, nanoseconds. */
    long longest() {
        return heldUp.stream().mapToLong(span -> span[1] - span[0]).max().orElse(0);
    }

    @Override
    public void close() {
        over = true;
    }
}
