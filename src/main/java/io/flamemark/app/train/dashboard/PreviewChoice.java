package io.flamemark.app.train.dashboard;

import java.util.List;
import java.util.OptionalInt;

/**
 * Which epoch's pictures are on display. It follows the newest until another is chosen, and then stays there, however
 * many epochs come after; choosing the newest makes it follow again.
 */
final class PreviewChoice {

    private List<Integer> epochs = List.of();
    private int index = -1;
    private boolean following = true;

    /** The epochs there are pictures of have become more, or others. */
    void offer(List<Integer> next) {
        OptionalInt before = epoch();
        epochs = List.copyOf(next);
        index = following || before.isEmpty() ? epochs.size() - 1 : lastUpTo(before.getAsInt());
    }

    private int lastUpTo(int epoch) {
        int last = Math.min(0, epochs.size() - 1);
        while (last + 1 < epochs.size() && epochs.get(last + 1) <= epoch) {
            last++;
        }
        return last;
    }

    /** Forgets the choice: another run is on display. */
    void restart() {
        epochs = List.of();
        index = -1;
        following = true;
    }

    /** @param wanted 0 for the first epoch that has pictures */
    void choose(int wanted) {
        index = Math.max(0, Math.min(epochs.size() - 1, wanted));
        following = index == epochs.size() - 1;
    }

    List<Integer> epochs() {
        return epochs;
    }

    /** Of the chosen one among the epochs; -1 where there is none. */
    int index() {
        return index;
    }

    OptionalInt epoch() {
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(epochs.get(index));
    }
}
