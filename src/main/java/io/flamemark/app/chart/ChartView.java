package io.flamemark.app.chart;

import io.flamemark.app.chart.Plot.Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What charts side by side share: the stretch of the horizontal axis in sight, the place under the mouse, and the curves
 * that are hidden. For the window's thread.
 */
public final class ChartView {

    /** So many times the whole fits more than what is in sight at most. */
    private static final double CLOSEST = 1e-6;

    private final List<Runnable> onChange = new ArrayList<>();
    private final List<Runnable> onCursor = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();
    private final PaintQueue painting = new PaintQueue();
    private Optional<Range> whole = Optional.empty();
    private Optional<Range> window = Optional.empty();
    private Optional<Double> cursor = Optional.empty();

    /** Called when another stretch or other curves are to be drawn. */
    public void onChange(Runnable listener) {
        onChange.add(listener);
    }

    /** Called when the mouse points at another place. */
    void onCursor(Runnable listener) {
        onCursor.add(listener);
    }

    /** The queue in which the charts wait to be painted. */
    PaintQueue painting() {
        return painting;
    }

    /**
     * Sets how far all charts together reach; where none has a point it is empty. The charts are given new plots anyway.
     * A stretch in which nothing is left, because a run went back to an earlier step, is given up.
     */
    public void setWhole(Optional<Range> next) {
        whole = next;
        if (window.isPresent() && next.isPresent() && !overlap(window.get(), next.get())) {
            showAll();
        }
    }

    private static boolean overlap(Range one, Range other) {
        return one.low() < other.high() && other.low() < one.high();
    }

    /** The stretch zoomed to; empty while all is in sight. */
    public Optional<Range> window() {
        return window;
    }

    public boolean isZoomed() {
        return window.isPresent();
    }

    /** The horizontal axis for a plot. */
    Scale xAxis(Plot plot) {
        return window.or(() -> whole).map(r -> Scale.linear(r.low(), r.high())).orElseGet(plot::xAxis);
    }

    /**
     * Takes in more or less, so that {@code x} stays where it is.
     *
     * @param factor under 1 to come closer
     */
    public void zoomAt(double x, double factor) {
        inSight().ifPresent(now -> show(x - (x - now.low()) * factor, x + (now.high() - x) * factor));
    }

    /** Moves the stretch in sight, as far as there is something to see. */
    public void pan(double distance) {
        if (window.isPresent() && whole.isPresent()) {
            Range now = window.get();
            double moved =
                    Math.max(whole.get().low() - now.low(), Math.min(whole.get().high() - now.high(), distance));
            show(now.low() + moved, now.high() + moved);
        }
    }

    /** Shows a stretch, or all where that is no less. */
    public void show(double low, double high) {
        if (whole.isEmpty()) {
            return;
        }
        Range all = whole.get();
        double from = Math.max(all.low(), low);
        double to = Math.min(all.high(), high);
        double least = (all.high() - all.low()) * CLOSEST;
        boolean isAll = from <= all.low() && to >= all.high();
        if (isAll || to - from > least) {
            setWindow(isAll ? Optional.empty() : Optional.of(new Range(from, to)));
        }
    }

    /** Brings all in sight. */
    public void showAll() {
        setWindow(Optional.empty());
    }

    private Optional<Range> inSight() {
        return window.or(() -> whole);
    }

    private void setWindow(Optional<Range> next) {
        if (!next.equals(window)) {
            window = next;
            onChange.forEach(Runnable::run);
        }
    }

    /** The place under the mouse, in any of the charts. */
    Optional<Double> cursor() {
        return cursor;
    }

    /** The mouse points at a place, or at none. */
    public void setCursor(Optional<Double> next) {
        if (!next.equals(cursor)) {
            cursor = next;
            onCursor.forEach(Runnable::run);
        }
    }

    boolean isShown(String name) {
        return !hidden.contains(name);
    }

    void setShown(String name, boolean shown) {
        if (shown ? hidden.remove(name) : hidden.add(name)) {
            onChange.forEach(Runnable::run);
        }
    }
}
