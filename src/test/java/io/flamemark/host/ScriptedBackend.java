package io.flamemark.host;

import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunState;
import io.flamemark.run.Scores;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingBackend;
import io.flamemark.run.TrainingException;
import io.flamemark.run.TrainingJob;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A training without a network that ends the way the configuration's preset says. */
public final class ScriptedBackend implements TrainingBackend {

    public static final String FINISHES = "finishes";
    public static final String UNTIL_STOPPED = "until-stopped";
    public static final String QUIET_UNTIL_STOPPED = "quiet-until-stopped";
    public static final String IGNORES_STOP = "ignores-stop";
    public static final String FAILS = "fails";
    public static final String LIBRARY_MISSING = "library-missing";
    public static final String BAD_INPUT = "bad-input";
    public static final String CRASHES = "crashes";
    public static final String OUT_OF_MEMORY = "out-of-memory";
    public static final String NO_MEMORY = "no-memory";
    public static final String GARBAGE = "garbage";
    public static final String FLOOD = "flood";

    static final int FLOOD_STEPS = 5_000;

    @Override
    public RunEvent.Ended train(TrainingJob job, StopSignal stop, Consumer<RunEvent> events) throws IOException {
        events.accept(new RunEvent.Started(job.directory().id(), 1, 1, 2, 3, 1000));
        events.accept(step(1));
        events.accept(new RunEvent.EpochMeasured(
                1, 1, losses(), Optional.of(losses()), Optional.of(new Scores(.1, .2, .3, .4, .5)), true, 1.5));
        switch (job.config().preset()) {
            case UNTIL_STOPPED -> stepUntil(stop, events);
            case QUIET_UNTIL_STOPPED -> waitFor(stop);
            case IGNORES_STOP -> waitFor(new StopSignal());
            case FAILS -> throw new IllegalStateException("a mistake in the program");
            case LIBRARY_MISSING -> throw new UnsatisfiedLinkError("no such library");
            case BAD_INPUT -> throw new TrainingException("b.png: the image cannot be read.");
            case CRASHES -> Runtime.getRuntime().halt(134);
            case OUT_OF_MEMORY -> throw new AssertionError(new long[Integer.MAX_VALUE - 8].length);
            case NO_MEMORY ->
                throw new IllegalStateException(
                        "[enforce fail at alloc_cpu.cpp:114] DefaultCPUAllocator: can't allocate memory: you tried to"
                                + " allocate 123456789012 bytes. Error code 12 (Cannot allocate memory)");
            case GARBAGE -> garbage(events);
            case FLOOD -> flood(events);
            default -> events.accept(step(2));
        }
        RunState state = stop.isPause() ? RunState.PAUSED : stop.afterEpoch() ? RunState.STOPPED : RunState.FINISHED;
        RunEvent.Ended ended = new RunEvent.Ended(state, "", 1);
        events.accept(ended);
        return ended;
    }

    private static void stepUntil(StopSignal stop, Consumer<RunEvent> events) {
        for (int step = 2; !stop.afterEpoch(); step++) {
            events.accept(step(step));
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void waitFor(StopSignal stop) {
        while (!stop.afterEpoch()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void garbage(Consumer<RunEvent> events) throws IOException {
        System.out.println("a library that prints");
        FileOutputStream raw = new FileOutputStream(FileDescriptor.out);
        raw.write(
                "# A fatal error\n{\"half\":\n{}\n{\"type\":\"nonsense\"}\n\u0000\n".getBytes(StandardCharsets.UTF_8));
        events.accept(step(2));
    }

    private static void flood(Consumer<RunEvent> events) {
        for (int step = 2; step <= FLOOD_STEPS; step++) {
            events.accept(step(step));
        }
    }

    static RunEvent.StepMeasured step(int step) {
        return new RunEvent.StepMeasured(1, step, losses(), 0.01, 2.5, Double.NaN);
    }

    private static LossBreakdown losses() {
        return new LossBreakdown(.1, .2, .3, .4, .5);
    }
}
