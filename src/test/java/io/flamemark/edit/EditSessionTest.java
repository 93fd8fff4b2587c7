package io.flamemark.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Project;
import io.flamemark.annotation.RegionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EditSessionTest {

    private final Project opened = Projects.twoImages();
    private final EditSession session = new EditSession(opened);
    private final Edit delete = new Edit.DeleteRegions(Projects.FIRST, Set.of(Projects.ONE));

    @Test
    @DisplayName("undo gives back the very project of before, redo the very one of after")
    void undoRedo() {
        session.apply(delete);
        Project after = session.project();
        assertTrue(session.undo());
        assertSame(opened, session.project());
        assertTrue(session.redo());
        assertSame(after, session.project());
        assertFalse(session.redo());
    }

    @Test
    @DisplayName("a new edit forgets what was undone")
    void newEditClearsFuture() {
        session.apply(delete);
        session.undo();
        session.apply(move(Gesture.NONE));
        assertFalse(session.redo());
        assertEquals(Optional.of("move the region"), session.undoDescription());
    }

    @Test
    @DisplayName("a refused edit changes nothing and tells nobody")
    void refused() {
        List<EditSession.Change> heard = listen();
        assertInstanceOf(
                EditResult.Refused.class,
                session.apply(new Edit.DeleteRegions(Projects.FIRST, Set.of(new RegionId(99)))));
        assertSame(opened, session.project());
        assertFalse(session.isDirty());
        assertTrue(heard.isEmpty());
    }

    @Test
    @DisplayName("an edit without effect leaves no step")
    void withoutEffect() {
        session.apply(new Edit.MoveRegions(Projects.FIRST, Set.of(Projects.ONE), 0, 0, Gesture.NONE));
        assertTrue(session.undoDescription().isEmpty());
    }

    @Test
    @DisplayName("edits of one gesture are one step; the next gesture is another")
    void gestures() {
        Gesture first = session.newGesture();
        session.apply(move(first));
        session.apply(move(first));
        session.apply(move(session.newGesture()));
        session.undo();
        session.undo();
        assertSame(opened, session.project());
        assertFalse(session.undo());
    }

    @Test
    @DisplayName("a gesture that ends where it began leaves no step and nothing unsaved")
    void thereAndBack() {
        session.apply(delete);
        session.markSaved(session.project());
        Project before = session.project();
        Gesture gesture = session.newGesture();
        session.apply(move(gesture, Projects.TWO));
        session.apply(new Edit.MoveRegions(Projects.FIRST, Set.of(Projects.TWO), -1, 0, gesture));
        assertSame(before, session.project());
        assertFalse(session.isDirty());
        session.undo();
        assertSame(opened, session.project());
    }

    @Test
    @DisplayName("edits without a gesture never merge")
    void noGesture() {
        session.apply(move(Gesture.NONE));
        session.apply(move(Gesture.NONE));
        session.undo();
        assertNotEquals(opened, session.project());
    }

    @Test
    @DisplayName("undone back to what was saved, nothing is unsaved")
    void savedMark() {
        session.apply(delete);
        Project saved = session.project();
        session.markSaved(saved);
        assertFalse(session.isDirty());
        session.apply(move(Gesture.NONE, Projects.TWO));
        assertTrue(session.isDirty());
        session.undo();
        assertFalse(session.isDirty());
        session.undo();
        assertTrue(session.isDirty());
    }

    @Test
    @DisplayName("a gesture does not merge across a save, so that the saved state stays reachable")
    void savedWithinGesture() {
        Gesture gesture = session.newGesture();
        session.apply(move(gesture));
        session.markSaved(session.project());
        session.apply(move(gesture));
        assertTrue(session.isDirty());
        session.undo();
        assertFalse(session.isDirty());
    }

    @Test
    @DisplayName("a save that took a while marks what was written, not what was drawn meanwhile")
    void savedEarlierState() {
        session.apply(delete);
        Project written = session.project();
        session.apply(move(Gesture.NONE, Projects.TWO));
        session.markSaved(written);
        assertTrue(session.isDirty());
    }

    @Test
    @DisplayName("listeners hear of edits, undo, redo and save with what they touched")
    void listeners() {
        List<EditSession.Change> heard = listen();
        session.apply(delete);
        session.undo();
        session.redo();
        session.markSaved(session.project());
        assertEquals(
                List.of(
                        EditSession.Cause.DONE,
                        EditSession.Cause.UNDONE,
                        EditSession.Cause.REDONE,
                        EditSession.Cause.SAVED),
                heard.stream().map(EditSession.Change::cause).toList());
        assertEquals(Set.of(Projects.FIRST), heard.get(1).touched().images());
    }

    @Test
    @DisplayName("an edit from within a listener is a programming error, and the session survives it")
    void reentrant() {
        EditSession.Listener meddler = change -> session.apply(move(Gesture.NONE, Projects.TWO));
        session.addListener(meddler);
        assertThrows(IllegalStateException.class, () -> session.apply(delete));
        session.removeListener(meddler);
        assertTrue(session.undo());
    }

    @Test
    @DisplayName("identities of regions are never given twice, not even after a delete")
    void identities() {
        RegionId fresh = session.newRegionId();
        assertTrue(fresh.value() > Projects.TWO.value());
        session.apply(new Edit.AddRegions(Projects.FIRST, List.of(Projects.square(fresh, 5)), "draw"));
        session.undo();
        assertNotEquals(fresh, session.newRegionId());
    }

    private List<EditSession.Change> listen() {
        List<EditSession.Change> heard = new ArrayList<>();
        session.addListener(heard::add);
        return heard;
    }

    private static Edit move(Gesture gesture) {
        return move(gesture, Projects.ONE);
    }

    private static Edit move(Gesture gesture, RegionId region) {
        return new Edit.MoveRegions(Projects.FIRST, Set.of(region), 1, 0, gesture);
    }
}
