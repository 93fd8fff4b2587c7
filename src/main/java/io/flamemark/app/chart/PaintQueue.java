package io.flamemark.app.chart;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.animation.AnimationTimer;

/**
 * Paints charts a few a frame, so that many charts that change at once never hold up the window. Each one that asked is
 * painted once, in the order in which they asked.
 */
final class PaintQueue {

    private static final long MILLIS_A_FRAME = 4;

    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private AnimationTimer frames;

    /** @param paint the same object each time for the same chart */
    void ask(Runnable paint) {
        waiting.add(paint);
        if (frames == null) {
            frames = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    paintSome();
                }
            };
        }
        frames.start();
    }

    private void paintSome() {
        Budget budget = Budget.millis(MILLIS_A_FRAME);
        do {
            Runnable next = waiting.iterator().next();
            waiting.remove(next);
            next.run();
        } while (!waiting.isEmpty() && !budget.isSpent());
        if (waiting.isEmpty()) {
            frames.stop();
        }
    }
}
