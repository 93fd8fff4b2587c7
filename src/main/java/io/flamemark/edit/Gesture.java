package io.flamemark.edit;

/**
 * One continuous movement of a person's hand: a drag, or a run of arrow keys. Consecutive edits of the same gesture are
 * one step of the history.
 *
 * @param id distinguishes gestures of a session; 0 stands for none
 */
public record Gesture(long id) {

    /** Belongs to no gesture: never merged. */
    public static final Gesture NONE = new Gesture(0);

    /** Whether {@code this} continues {@code earlier}. */
    boolean continues(Gesture earlier) {
        return id != 0 && equals(earlier);
    }
}
