package io.flamemark.app.canvas;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/**
 * Zooming and moving with the mouse, the same on every canvas: the wheel zooms at the cursor; the middle button, or the
 * left one with the space bar held, drags the image; two fingers pinch.
 */
public final class CanvasNavigation {

    private static final double WHEEL_NOTCH = 40;
    private static final double ZOOM_A_NOTCH = 1.18;

    private final ImageCanvas canvas;
    private boolean spaceHeld;
    private boolean dragging;
    private double lastX;
    private double lastY;

    private CanvasNavigation(ImageCanvas canvas) {
        this.canvas = canvas;
    }

    /** Gives a canvas these ways to move; its own mouse handlers see only what is left. */
    public static void install(ImageCanvas canvas) {
        CanvasNavigation navigation = new CanvasNavigation(canvas);
        canvas.addEventHandler(ScrollEvent.SCROLL, navigation::scrolled);
        canvas.addEventHandler(ZoomEvent.ZOOM, navigation::pinched);
        canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, navigation::pressed);
        canvas.addEventFilter(MouseEvent.MOUSE_DRAGGED, navigation::dragged);
        canvas.addEventFilter(MouseEvent.MOUSE_RELEASED, navigation::released);
        canvas.addEventHandler(KeyEvent.ANY, navigation::key);
        canvas.focusedProperty().addListener((o, was, is) -> navigation.holdSpace(false));
    }

    private void pinched(ZoomEvent event) {
        canvas.viewport().zoomAt(event.getZoomFactor(), event.getX(), event.getY());
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() == 0) {
            canvas.viewport().panBy(event.getDeltaX(), 0);
        } else {
            double factor = Math.pow(ZOOM_A_NOTCH, event.getDeltaY() / WHEEL_NOTCH);
            canvas.viewport().zoomAt(factor, event.getX(), event.getY());
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        dragging = event.getButton() == MouseButton.MIDDLE || spaceHeld && event.getButton() == MouseButton.PRIMARY;
        if (dragging) {
            lastX = event.getX();
            lastY = event.getY();
            canvas.setCursor(Cursor.CLOSED_HAND);
            event.consume();
        }
    }

    private void dragged(MouseEvent event) {
        if (dragging) {
            canvas.viewport().panBy(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
            event.consume();
        }
    }

    private void released(MouseEvent event) {
        if (dragging) {
            dragging = false;
            canvas.setCursor(spaceHeld ? Cursor.OPEN_HAND : Cursor.DEFAULT);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            holdSpace(event.getEventType() == KeyEvent.KEY_PRESSED);
            event.consume();
        }
    }

    private void holdSpace(boolean held) {
        if (held != spaceHeld) {
            spaceHeld = held;
            canvas.setCursor(held ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        }
    }
}
