package io.flamemark.app.chart;

/** The time that work on the window's thread may take before the next frame is due. */
public final class Budget {

    private static final long NANOS_A_MILLI = 1_000_000;
    private static final long ENDLESS = Long.MAX_VALUE;

    private final long end;

    private Budget(long end) {
        this.end = end;
    }

    /** From now on so long. */
    public static Budget millis(long millis) {
        return new Budget(System.nanoTime() + millis * NANOS_A_MILLI);
    }

    public static Budget endless() {
        return new Budget(ENDLESS);
    }

    public boolean isSpent() {
        return end != ENDLESS && System.nanoTime() - end >= 0;
    }
}
