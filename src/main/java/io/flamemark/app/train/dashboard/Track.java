package io.flamemark.app.train.dashboard;

import io.flamemark.app.chart.Budget;
import io.flamemark.app.chart.Samples;
import io.flamemark.app.chart.Smoothed;
import io.flamemark.run.RunEvent;
import io.flamemark.run.Timeline;
import io.flamemark.settings.Settings.Charts.Axis;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The events of one kind as columns for charts: their places on each axis, and a column a measure. It follows the run
 * event by event and starts over only when the run took something back.
 */
final class Track<E extends RunEvent> {

    private static final int STRIDE = 256;

    private final Map<Axis, Samples> places = new EnumMap<>(Axis.class);
    private final Map<Measure<E>, Samples> values = new HashMap<>();
    private final Map<Measure<E>, Smoothed> smoothed = new HashMap<>();
    private final ToDoubleFunction<E> step;
    private E last;

    /** @param step after which an event was told */
    Track(List<Measure<E>> measures, ToDoubleFunction<E> step) {
        this.step = step;
        for (Axis axis : Axis.values()) {
            places.put(axis, new Samples());
        }
        for (Measure<E> measure : measures) {
            Samples column = new Samples();
            values.put(measure, column);
            smoothed.put(measure, new Smoothed(column));
        }
    }

    /**
     * Takes in what was told since it was last called, as far as the budget goes.
     *
     * @param stepsPerEpoch 1 or more
     * @return whether that was all
     */
    boolean follow(Timeline<E> told, int stepsPerEpoch, Budget budget) {
        if (size() > told.size() || size() > 0 && told.get(size() - 1) != last) {
            clear();
        }
        while (size() < told.size() && !budget.isSpent()) {
            int end = Math.min(told.size(), size() + STRIDE);
            for (int i = size(); i < end; i++) {
                add(told.get(i), told.seconds(i), stepsPerEpoch);
            }
        }
        return size() == told.size();
    }

    private void add(E event, double seconds, int stepsPerEpoch) {
        double at = step.applyAsDouble(event);
        places.get(Axis.STEP).add(at);
        places.get(Axis.EPOCH).add(at / stepsPerEpoch);
        places.get(Axis.TIME).add(seconds);
        values.forEach((measure, column) -> column.add(measure.value().applyAsDouble(event)));
        last = event;
    }

    private void clear() {
        places.values().forEach(Samples::clear);
        values.values().forEach(Samples::clear);
    }

    int size() {
        return places.get(Axis.STEP).size();
    }

    Samples places(Axis axis) {
        return places.get(axis);
    }

    Samples values(Measure<E> measure) {
        return values.get(measure);
    }

    Smoothed smoothed(Measure<E> measure) {
        return smoothed.get(measure);
    }
}
