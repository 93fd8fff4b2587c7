package io.flamemark.app.annotate;

import io.flamemark.app.canvas.Viewport;
import io.flamemark.geometry.Point;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** A round handle with a dark rim. */
final class Dot {

    private static final Color RIM = Color.web("#10141a");
    private static final double RIM_WIDTH = 1.2;

    private Dot() {}

    /** @param radius in screen pixels */
    static void paint(Point at, double radius, Color fill, GraphicsContext g, Viewport view) {
        double x = view.toScreenX(at.x()) - radius;
        double y = view.toScreenY(at.y()) - radius;
        g.setFill(fill);
        g.fillOval(x, y, 2 * radius, 2 * radius);
        g.setStroke(RIM);
        g.setLineWidth(RIM_WIDTH);
        g.strokeOval(x, y, 2 * radius, 2 * radius);
    }
}
