package io.flamemark.app.canvas;

import io.flamemark.geometry.Point;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/**
 * Lines along points of the image, as paths on the screen. What the eye cannot tell apart is drawn once, and of the
 * outlines that only a machine makes every so many points are enough: a path of a million would hold up the window.
 */
public final class ScreenPath {

    /** Points of one line. */
    static final int MOST = 20_000;

    /** Screen pixels. */
    private static final double TELLING = 0.5;

    private ScreenPath() {}

    /** Goes to a place on the screen. */
    interface Pen {
        void to(double x, double y);
    }

    /** Continues the path along points. */
    public static void line(List<Point> points, GraphicsContext g, Viewport view) {
        line(points, view, g::moveTo, g::lineTo);
    }

    static void line(List<Point> points, Viewport view, Pen first, Pen next) {
        int step = 1 + (points.size() - 1) / MOST;
        int last = points.size() - 1;
        double atX = 0;
        double atY = 0;
        for (int i = 0; i <= last; i = i < last ? Math.min(i + step, last) : i + 1) {
            double x = view.toScreenX(points.get(i).x());
            double y = view.toScreenY(points.get(i).y());
            boolean same = Math.abs(x - atX) < TELLING && Math.abs(y - atY) < TELLING;
            if (i > 0 && i < last && same) {
                continue;
            }
            (i == 0 ? first : next).to(x, y);
            atX = x;
            atY = y;
        }
    }
}
