package io.flamemark.app.annotate;

import io.flamemark.annotation.Shape;
import io.flamemark.annotation.ShapeOutline;
import io.flamemark.app.canvas.Viewport;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/** Puts shapes into a graphics context as paths. */
final class ShapePath {

    private static final double POINT_RADIUS = 5;

    private ShapePath() {}

    /**
     * Begins a path and traces the shape.
     *
     * @return whether the path has an inside to fill
     */
    static boolean trace(Shape shape, GraphicsContext g, Viewport view) {
        g.beginPath();
        if (shape instanceof Shape.PointShape point) {
            double x = view.toScreenX(point.at().x());
            double y = view.toScreenY(point.at().y());
            g.moveTo(x + POINT_RADIUS, y);
            g.arc(x, y, POINT_RADIUS, POINT_RADIUS, 0, 360);
            return true;
        }
        if (shape instanceof Shape.Polyline line) {
            line(line.points(), g, view);
            return false;
        }
        Optional<Polygon> outline = ShapeOutline.polygonOf(shape);
        outline.ifPresent(polygon -> {
            line(polygon.vertices(), g, view);
            g.closePath();
        });
        return outline.isPresent();
    }

    /** Continues the path along points. */
    static void line(List<Point> points, GraphicsContext g, Viewport view) {
        for (int i = 0; i < points.size(); i++) {
            double x = view.toScreenX(points.get(i).x());
            double y = view.toScreenY(points.get(i).y());
            if (i == 0) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
    }
}
