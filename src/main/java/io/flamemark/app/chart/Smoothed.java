package io.flamemark.app.chart;

/** The smoothed version of a column; it follows the column as that grows, without starting over. */
public final class Smoothed {

    private static final int STRIDE = 1024;

    private final Samples source;
    private final Samples out = new Samples();
    private double weight = Double.NaN;
    private int generation;
    private Smoothing state = new Smoothing(0);

    public Smoothed(Samples source) {
        this.source = source;
    }

    /**
     * The smoothed column; one whose source was cleared or whose weight changed starts over.
     *
     * @param wanted weight of the past, 0 to {@link Smoothing#STRONGEST}
     * @param budget once it is spent the rest, if any, is left for the next call
     */
    public Samples at(double wanted, Budget budget) {
        if (wanted != weight || generation != source.generation()) {
            weight = wanted;
            generation = source.generation();
            state = new Smoothing(wanted);
            out.clear();
        }
        while (!isComplete() && !budget.isSpent()) {
            int end = Math.min(source.size(), out.size() + STRIDE);
            for (int i = out.size(); i < end; i++) {
                out.add(state.next(source.get(i)));
            }
        }
        return out;
    }

    /** Whether it has reached the end of its source. */
    public boolean isComplete() {
        return out.size() == source.size();
    }
}
