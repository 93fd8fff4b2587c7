package io.flamemark.app.annotate;

import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.app.canvas.Layer;
import io.flamemark.app.canvas.Viewport;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** The handles of the selected polygon, of the same size on the screen at any zoom. */
final class HandleLayer implements Layer {

    private static final double VERTEX = 4;
    /** Where vertices lie so close that full handles would hide the outline. */
    private static final double VERTEX_CROWDED = 2.6;

    private static final double CROWDED_SPACING = 14;
    private static final double VERTEX_HOVERED = 6;
    private static final double MIDPOINT = 3;
    /** Handles; more would hide the picture and hold up the window. Then only the one under the mouse is shown. */
    private static final int MOST = 5_000;

    private final AnnotateModel model;
    private final ViewOptions options;

    HandleLayer(AnnotateModel model, ViewOptions options) {
        this.model = model;
        this.options = options;
    }

    @Override
    public void paint(GraphicsContext g, Viewport view) {
        boolean drawing = model.tool() instanceof PolygonTool polygon && polygon.isDrawing();
        if (!drawing && options.regionsProperty().get()) {
            model.context(view.scale()).flatMap(Targets::editable).ifPresent(region -> handles(region, g, view));
        }
    }

    private void handles(Region region, GraphicsContext g, Viewport view) {
        Shape shape = model.tool().preview().getOrDefault(region.id(), region.shape());
        Polygon outline = ((Shape.Polygon) shape).outline();
        Optional<Target> hover = model.tool().hover().filter(t -> t.region().equals(region.id()));
        if (outline.size() > MOST) {
            hover.flatMap(target -> handle(target, outline))
                    .ifPresent(at -> Dot.paint(at, VERTEX_HOVERED, Color.WHITE, g, view));
            return;
        }
        for (Target.Midpoint middle : Targets.midpoints(region.id(), outline, view.scale())) {
            boolean hovered = hover.filter(middle::equals).isPresent();
            double radius = hovered ? VERTEX : MIDPOINT;
            Dot.paint(middle.at(), radius, Color.color(1, 1, 1, hovered ? 1 : 0.6), g, view);
        }
        List<Point> vertices = outline.vertices();
        double usual = spacing(outline) * view.scale() < CROWDED_SPACING ? VERTEX_CROWDED : VERTEX;
        for (int i = 0; i < vertices.size(); i++) {
            boolean hovered =
                    hover.filter(new Target.Vertex(region.id(), i)::equals).isPresent();
            Dot.paint(vertices.get(i), hovered ? VERTEX_HOVERED : usual, Color.WHITE, g, view);
        }
    }

    private static Optional<Point> handle(Target target, Polygon outline) {
        if (target instanceof Target.Vertex vertex) {
            return Optional.of(outline.vertices().get(vertex.index()));
        }
        return target instanceof Target.Midpoint middle ? Optional.of(middle.at()) : Optional.empty();
    }

    /** The mean distance between neighbouring vertices, in image pixels. */
    private static double spacing(Polygon outline) {
        List<Point> vertices = outline.vertices();
        double length = 0;
        for (int i = 0; i < vertices.size(); i++) {
            length += vertices.get(i).distanceTo(vertices.get((i + 1) % vertices.size()));
        }
        return length / vertices.size();
    }
}
