package io.flamemark.app.annotate;

import io.flamemark.annotation.Shape;
import io.flamemark.annotation.ShapeOutline;
import io.flamemark.app.canvas.ScreenPath;
import io.flamemark.app.canvas.Viewport;
import io.flamemark.geometry.Polygon;
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
            ScreenPath.line(line.points(), g, view);
            return false;
        }
        Optional<Polygon> outline = ShapeOutline.polygonOf(shape);
        outline.ifPresent(polygon -> {
            ScreenPath.line(polygon.vertices(), g, view);
            g.closePath();
        });
        return outline.isPresent();
    }
}
