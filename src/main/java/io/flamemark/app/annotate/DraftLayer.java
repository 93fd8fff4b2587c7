package io.flamemark.app.annotate;

import io.flamemark.app.canvas.ClassPalette;
import io.flamemark.app.canvas.Layer;
import io.flamemark.app.canvas.ScreenPath;
import io.flamemark.app.canvas.Viewport;
import io.flamemark.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/** The polygon being drawn: its vertices so far and a rubber band to the mouse. */
final class DraftLayer implements Layer {

    private static final Color HALO = Color.color(0, 0, 0, 0.55);

    private final AnnotateModel model;

    DraftLayer(AnnotateModel model) {
        this.model = model;
    }

    @Override
    public void paint(GraphicsContext g, Viewport view) {
        if (model.tool() instanceof PolygonTool tool && tool.isDrawing()) {
            int index = model.project()
                    .classesProperty()
                    .get()
                    .classes()
                    .indexOf(model.activeClassProperty().get());
            paint(tool, ClassPalette.of(index), g, view);
        }
    }

    private static void paint(PolygonTool tool, Color color, GraphicsContext g, Viewport view) {
        boolean closing = tool.wouldClose(ToolContext.reach(view.scale()));
        List<Point> outline = new ArrayList<>(tool.vertices());
        if (!closing) {
            tool.cursor().ifPresent(outline::add);
        }
        g.beginPath();
        ScreenPath.line(outline, g, view);
        g.setFill(color.deriveColor(0, 1, 1, closing ? 0.3 : 0.14));
        g.fill();
        if (closing) {
            g.closePath();
        }
        g.setLineJoin(StrokeLineJoin.ROUND);
        stroke(HALO, 3.4, g);
        stroke(color, 1.8, g);
        for (int i = 0; i < tool.vertices().size(); i++) {
            boolean target = i == 0 && tool.vertices().size() >= 3;
            Dot.paint(tool.vertices().get(i), target ? closing ? 8 : 6 : 3.5, target ? color : Color.WHITE, g, view);
        }
    }

    private static void stroke(Color color, double width, GraphicsContext g) {
        g.setStroke(color);
        g.setLineWidth(width);
        g.stroke();
    }
}
