package io.flamemark.app.train.dashboard;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Measures the JavaFX thread while something goes on. A frame is the time from the start of a pulse to the first thing
 * that runs after it: animations, layout, and waiting for the last picture to be drawn. A block is how long something
 * that is asked of the thread every few milliseconds waits for its turn. The processor time of that thread, in a frame and
 * between two such questions, is given too: on a busy machine the rest of the time is that of other programs. For each long
 * block it is told for how much of it a thread was held up that only sleeps.
 */
final class FrameTimes {

    private static final long PROBE_MILLIS = 3;

    /** The thread is never to be blocked for longer. */
    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(50);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<long[]> frames = new ArrayList<>();
    private final List<long[]> waits = new ArrayList<>();

    /** Processor time of the JavaFX thread when it was last asked something. */
    private long usedBefore;

    /** Prints how it was while {@code work} ran on this thread. */
    void measure(String what, Runnable work) throws InterruptedException {
        frames.clear();
        waits.clear();
        Platform.runLater(() -> usedBefore = now()[1]);
        AnimationTimer pulses = new AnimationTimer() {
            @Override
            public void handle(long now) {
                long[] start = now();
                Platform.runLater(() -> frames.add(since(start)));
            }
        };
        Platform.runLater(pulses::start);
        AtomicBoolean over = new AtomicBoolean();
        Thread prober = new Thread(() -> probe(over), "prober");
        prober.setDaemon(true);
        prober.start();
        Idler idler = new Idler();
        long begin = System.nanoTime();
        long drawing = drawing();
        work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double drawn = (drawing() - drawing) / 1e6;
        over.set(true);
        prober.join(TimeUnit.MINUTES.toMillis(1));
        stop(pulses);
        idler.close();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(Locale.ROOT, "%s, in %.1f s; load %.1f%n", what, seconds, load);
        print("frames", frames);
        print("waits ", waits);
        System.out.printf(
                Locale.ROOT, "  a thread that only sleeps was held up for %.1f ms at most%n", idler.longest() / 1e6);
        waits.stream().filter(wait -> wait[0] > LONG).forEach(wait -> {
            long heldUp = idler.heldUp(wait[2], wait[2] + wait[0]);
            System.out.printf(
                    Locale.ROOT,
                    "  a wait of %.1f ms: computing %.1f, the sleeper held up %.1f%n",
                    wait[0] / 1e6,
                    wait[1] / 1e6,
                    heldUp / 1e6);
        });
        System.out.printf(
                Locale.ROOT, "  the thread that draws: processor %.1f ms a frame on average%n", drawn / frames.size());
    }

    /** Returns when the last frame has been counted. */
    private static void stop(AnimationTimer pulses) throws InterruptedException {
        CountDownLatch counted = new CountDownLatch(1);
        Platform.runLater(() -> {
            pulses.stop();
            Platform.runLater(counted::countDown);
        });
        counted.await(1, TimeUnit.MINUTES);
    }

    /** Processor time of the thread that draws what the JavaFX thread has laid out. */
    private long drawing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("QuantumRenderer"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getId()))
                .sum();
    }

    private void probe(AtomicBoolean over) {
        while (!over.get()) {
            long asked = System.nanoTime();
            AtomicBoolean done = new AtomicBoolean();
            Platform.runLater(() -> {
                long[] now = now();
                waits.add(new long[] {now[0] - asked, now[1] - usedBefore, asked});
                usedBefore = now[1];
                done.set(true);
            });
            while (!done.get()) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PROBE_MILLIS));
        }
    }

    private long[] now() {
        return new long[] {System.nanoTime(), threads.getCurrentThreadCpuTime()};
    }

    private long[] since(long[] start) {
        long[] end = now();
        return new long[] {end[0] - start[0], end[1] - start[1]};
    }

    private static void print(String what, List<long[]> times) {
        System.out.printf(
                Locale.ROOT,
                "  %d %s: median %.1f ms, 95th hundredth %.1f ms, 99th %.1f ms, longest %.1f ms, over 50 ms: %d; processor: median %.1f,"
                        + " 95th %.1f, 99th %.1f, longest %.1f ms%n",
                times.size(),
                what,
                quantile(times, 0, 0.5),
                quantile(times, 0, 0.95),
                quantile(times, 0, 0.99),
                quantile(times, 0, 1),
                times.stream().filter(t -> t[0] > LONG).count(),
                quantile(times, 1, 0.5),
                quantile(times, 1, 0.95),
                quantile(times, 1, 0.99),
                quantile(times, 1, 1));
    }

    private static double quantile(List<long[]> times, int column, double share) {
        long[] sorted = times.stream().mapToLong(t -> t[column]).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
}
