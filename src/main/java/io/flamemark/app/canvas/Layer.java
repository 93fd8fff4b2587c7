package io.flamemark.app.canvas;

import javafx.scene.canvas.GraphicsContext;

/** Something drawn over the image, in the canvas's own coordinates. */
@FunctionalInterface
public interface Layer {

    /**
     * Draws itself. The graphics state may be changed freely: it is saved before and restored after.
     *
     * @param g in pixels of the canvas
     * @param view turns image pixels into those
     */
    void paint(GraphicsContext g, Viewport view);
}
