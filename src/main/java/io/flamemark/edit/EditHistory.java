package io.flamemark.edit;

import io.flamemark.annotation.Project;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The steps done and undone, each with the project before and after it. Projects share what did not change, so that a
 * long history costs little. Not thread-safe: {@link EditSession} owns it.
 */
final class EditHistory {

    /** One step as the person sees it, possibly several merged edits. */
    record Step(Edit edit, Project before, Project after, EditResult.Touched touched) {

        private Step followedBy(Step next) {
            return new Step(next.edit, before, next.after, touched.and(next.touched));
        }

        private boolean continuedBy(Step next) {
            return next.edit.gesture().continues(edit.gesture());
        }
    }

    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private Project saved;

    EditHistory(Project opened) {
        this.saved = opened;
    }

    /**
     * Adds a step; it joins the one before where both are of one gesture, and a gesture that came back to where it
     * began leaves none. What had been undone is forgotten.
     *
     * @return the project the history stands at now: that after the step, or the very one its gesture came back to
     */
    Project push(Step step) {
        future.clear();
        Step last = past.peek();
        Step joined = step;
        // Merging across the saved state would make it unreachable by undo.
        if (last != null && last.continuedBy(step) && last.after() != saved) {
            past.pop();
            joined = last.followedBy(step);
        }
        if (joined.before().equals(joined.after())) {
            return joined.before();
        }
        past.push(joined);
        return joined.after();
    }

    Optional<Step> undo() {
        return moved(past, future);
    }

    Optional<Step> redo() {
        return moved(future, past);
    }

    Optional<Step> nextToUndo() {
        return Optional.ofNullable(past.peek());
    }

    Optional<Step> nextToRedo() {
        return Optional.ofNullable(future.peek());
    }

    void markSaved(Project project) {
        saved = project;
    }

    /** Whether the project is the very one last saved; undoing back to it makes it clean again. */
    boolean isSaved(Project project) {
        return project == saved;
    }

    private static Optional<Step> moved(Deque<Step> from, Deque<Step> to) {
        Step step = from.poll();
        if (step != null) {
            to.push(step);
        }
        return Optional.ofNullable(step);
    }
}
