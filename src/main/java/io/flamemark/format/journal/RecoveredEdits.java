package io.flamemark.format.journal;

import io.flamemark.edit.EditSession;
import io.flamemark.edit.Gesture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Edits that an earlier session made and no file holds, done again.
 *
 * @param start of this session's journal, which goes on with them
 * @param session with the project as it was at the end, and the edits as steps to undo
 * @param steps what they were, the first first; the edits of one gesture are one step
 */
public record RecoveredEdits(JournalStart start, EditSession session, List<Step> steps) {

    /** One step as a person sees it. */
    public record Step(Instant at, String description) {}

    public RecoveredEdits {
        steps = List.copyOf(steps);
    }

    static RecoveredEdits of(JournalStart start, List<JournalLine.Entry> entries, EditSession session) {
        List<Step> steps = new ArrayList<>();
        Gesture gesture = Gesture.NONE;
        for (JournalLine.Entry entry : entries) {
            Gesture own = entry.edit().gesture();
            if (own.equals(Gesture.NONE) || !own.equals(gesture)) {
                steps.add(new Step(entry.at(), described(entry)));
            }
            gesture = own;
        }
        return new RecoveredEdits(start, session, steps);
    }

    private static String described(JournalLine.Entry entry) {
        return switch (entry.cause()) {
            case UNDONE -> "undo: " + entry.edit().description();
            case REDONE -> "redo: " + entry.edit().description();
            default -> entry.edit().description();
        };
    }
}
