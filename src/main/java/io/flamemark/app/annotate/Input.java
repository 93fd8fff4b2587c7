package io.flamemark.app.annotate;

import io.flamemark.geometry.Point;

/** What a person does over the canvas, in image pixels; what a tool understands. */
sealed interface Input {

    /**
     * The main button goes down.
     *
     * @param at may lie outside of the image
     * @param alter Ctrl, Cmd or Alt is held: add or delete a vertex
     * @param extend Shift is held: add to the selection
     * @param clicks 2 for the second press of a double click
     */
    record Press(Point at, boolean alter, boolean extend, int clicks) implements Input {}

    /** The mouse moves with the button held. */
    record Drag(Point at) implements Input {}

    /** The button goes up. */
    record Release(Point at) implements Input {}

    /** The mouse moves with no button held. */
    record Move(Point at, boolean alter) implements Input {}

    /** The mouse leaves the canvas. */
    record Leave() implements Input {}

    /** Enter: what is being drawn is complete. */
    record Finish() implements Input {}

    /** Backspace: the last point was wrong. */
    record StepBack() implements Input {}

    /** Esc: leave it. */
    record Cancel() implements Input {}
}
