package io.flamemark.run;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The events of one kind that a run told, in order, and when. To be read only.
 *
 * @param <E> the kind
 */
public final class Timeline<E extends RunEvent> extends AbstractList<E> implements RandomAccess {

    private static final int FIRST_ROOM = 16;

    private final List<E> events = new ArrayList<>();
    private double[] seconds = new double[FIRST_ROOM];

    Timeline() {}

    /**
     * How long the run had trained when it told an event; the time between a break and its continuation does not count.
     */
    public double seconds(int index) {
        return seconds[index];
    }

    @Override
    public E get(int index) {
        return events.get(index);
    }

    @Override
    public int size() {
        return events.size();
    }

    void append(E event, double at) {
        if (events.size() == seconds.length) {
            seconds = Arrays.copyOf(seconds, 2 * seconds.length);
        }
        seconds[events.size()] = at;
        events.add(event);
    }

    /** Takes back all from the first void one on. */
    void backTo(RunEvent.Resumed point) {
        int kept = 0;
        while (kept < events.size() && !point.voids(events.get(kept))) {
            kept++;
        }
        events.subList(kept, events.size()).clear();
    }

    /** When the last was told, 0 where there is none. */
    double end() {
        return events.isEmpty() ? 0 : seconds[events.size() - 1];
    }
}
