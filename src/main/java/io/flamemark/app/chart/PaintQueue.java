package io.flamemark.app.chart;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.animation.AnimationTimer;

/**
 * Paints one chart a frame, so that many charts that change at once never hold up the window: what is painted must also
 * be drawn before the next frame is due. Each one that asked is painted once, in the order in which they asked; what else
 * a chart has to do at length, such as making its legend, takes a turn of its own.
 */
final class PaintQueue {

    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private AnimationTimer frames;

    /** @param paint the same object each time for the same chart */
    void ask(Runnable paint) {
        waiting.add(paint);
        if (frames == null) {
            frames = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    paintNext();
                }
            };
        }
        frames.start();
    }

    private void paintNext() {
        Runnable next = waiting.iterator().next();
        waiting.remove(next);
        next.run();
        if (waiting.isEmpty()) {
            frames.stop();
        }
    }
}
