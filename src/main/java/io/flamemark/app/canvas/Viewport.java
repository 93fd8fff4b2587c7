package io.flamemark.app.canvas;

import io.flamemark.geometry.Box;
import io.flamemark.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/**
 * Which part of the image is seen and how large: the one owner of zoom and position. Screen coordinates are those of the
 * canvas; {@code screen = image * scale + offset}.
 */
public final class Viewport {

    /** One step of a zoom command. */
    public static final double STEP = 1.25;

    private static final double LARGEST_SCALE = 40;
    private static final double MARGIN = 24;
    /** So much of the image, in screen pixels, stays in view however far it is moved. */
    private static final double ALWAYS_SEEN = 48;

    private final List<Runnable> listeners = new ArrayList<>();
    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);
    private double offsetX;
    private double offsetY;
    private double imageWidth = 1;
    private double imageHeight = 1;
    private double viewWidth = 1;
    private double viewHeight = 1;
    private boolean fitted = true;

    /** Screen pixels per image pixel. */
    public ReadOnlyDoubleProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    public double scale() {
        return scale.get();
    }

    /** Called after each change of what is seen. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Another image is shown: fitted, unless it has the size of the last one. */
    public void setImageSize(double width, double height) {
        boolean same = width == imageWidth && height == imageHeight;
        imageWidth = Math.max(1, width);
        imageHeight = Math.max(1, height);
        if (!same || fitted) {
            fit();
        }
    }

    /** The canvas has this size now. */
    public void setViewSize(double width, double height) {
        double dx = (width - viewWidth) / 2;
        double dy = (height - viewHeight) / 2;
        viewWidth = Math.max(1, width);
        viewHeight = Math.max(1, height);
        if (fitted) {
            fit();
        } else {
            place(scale(), offsetX + dx, offsetY + dy);
        }
    }

    public double imageWidth() {
        return imageWidth;
    }

    public double imageHeight() {
        return imageHeight;
    }

    /** Shows the whole image, in the middle, and keeps doing so when the window is resized. */
    public void fit() {
        double next = fittingScale();
        place(next, (viewWidth - imageWidth * next) / 2, (viewHeight - imageHeight * next) / 2);
        fitted = true;
    }

    /** Multiplies the scale, keeping the place under screen position (x, y) where it is. */
    public void zoomAt(double factor, double x, double y) {
        double smallest = Math.min(fittingScale(), 1) / 4;
        double next = Math.max(smallest, Math.min(LARGEST_SCALE, scale() * factor));
        double applied = next / scale();
        place(next, x - (x - offsetX) * applied, y - (y - offsetY) * applied);
    }

    /** {@link #zoomAt} the middle of the canvas. */
    public void zoom(double factor) {
        zoomAt(factor, viewWidth / 2, viewHeight / 2);
    }

    /** One image pixel on one screen pixel. */
    public void actualSize() {
        zoom(1 / scale());
    }

    /** Moves the image by so many screen pixels. */
    public void panBy(double dx, double dy) {
        place(scale(), offsetX + dx, offsetY + dy);
    }

    /** Moves {@code box}, in image pixels, to the middle if nothing of it can be seen. */
    public void reveal(Box box) {
        boolean seen = toScreenX(box.x2()) > 0
                && toScreenX(box.x1()) < viewWidth
                && toScreenY(box.y2()) > 0
                && toScreenY(box.y1()) < viewHeight;
        if (!seen) {
            Point centre = box.centre();
            panBy(viewWidth / 2 - toScreenX(centre.x()), viewHeight / 2 - toScreenY(centre.y()));
        }
    }

    public double toScreenX(double imageX) {
        return imageX * scale() + offsetX;
    }

    public double toScreenY(double imageY) {
        return imageY * scale() + offsetY;
    }

    /** The place in the image under a screen position; may lie outside of the image. */
    public Point toImage(double x, double y) {
        return new Point((x - offsetX) / scale(), (y - offsetY) / scale());
    }

    private double fittingScale() {
        double byWidth = (viewWidth - 2 * MARGIN) / imageWidth;
        double byHeight = (viewHeight - 2 * MARGIN) / imageHeight;
        return Math.max(1e-3, Math.min(LARGEST_SCALE, Math.min(byWidth, byHeight)));
    }

    private void place(double nextScale, double x, double y) {
        fitted = false;
        offsetX = keepSeen(x, imageWidth * nextScale, viewWidth);
        offsetY = keepSeen(y, imageHeight * nextScale, viewHeight);
        scale.set(nextScale);
        listeners.forEach(Runnable::run);
    }

    private static double keepSeen(double offset, double length, double view) {
        double seen = Math.min(ALWAYS_SEEN, length);
        return Math.max(seen - length, Math.min(view - seen, offset));
    }
}
