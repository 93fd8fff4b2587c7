package io.flamemark.app.train.dashboard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;

/** Brings parts of the window into sight one a frame: styled and laid out all at once they would hold its thread long. */
final class Unfolding {

    private final Deque<Node> folded;
    private boolean begun;

    /** @param parts out of sight until {@link #begin} */
    Unfolding(List<Node> parts) {
        folded = new ArrayDeque<>(parts);
        folded.forEach(part -> part.setVisible(false));
    }

    /** Begins, unless it has. */
    void begin() {
        if (begun) {
            return;
        }
        begun = true;
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (folded.isEmpty()) {
                    stop();
                } else {
                    folded.remove().setVisible(true);
                }
            }
        }.start();
    }
}
