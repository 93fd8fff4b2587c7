package io.flamemark.app.annotate;

import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.app.canvas.ClassPalette;
import io.flamemark.app.canvas.Layer;
import io.flamemark.app.canvas.Viewport;
import io.flamemark.geometry.Box;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The regions of the current image: a translucent inside, an outline, and the class written on it. */
final class RegionLayer implements Layer {

    private static final double FILL = 0.16;
    private static final double FILL_HOVERED = 0.26;
    private static final double FILL_SELECTED = 0.32;
    private static final Color HALO = Color.color(0, 0, 0, 0.55);
    private static final Font LABEL = Font.font("System", FontWeight.SEMI_BOLD, 11);
    private static final double LABEL_HEIGHT = 17;

    private final AnnotateModel model;
    private final ViewOptions options;

    RegionLayer(AnnotateModel model, ViewOptions options) {
        this.model = model;
        this.options = options;
    }

    @Override
    public void paint(GraphicsContext g, Viewport view) {
        Optional<ImageEntry> image = model.image();
        if (image.isEmpty() || !options.regionsProperty().get()) {
            return;
        }
        Map<RegionId, Shape> preview = model.tool().preview();
        ClassScheme scheme = model.project().classesProperty().get();
        for (Region region : image.get().regions()) {
            Shape shape = preview.getOrDefault(region.id(), region.shape());
            paint(region.id(), shape, scheme.classOf(region), scheme, g, view);
        }
    }

    private void paint(
            RegionId id, Shape shape, String className, ClassScheme scheme, GraphicsContext g, Viewport view) {
        boolean selected = model.selection().contains(id);
        boolean hovered = model.tool()
                .hover()
                .filter(t -> t instanceof Target.Body && t.region().equals(id))
                .isPresent();
        Color color = ClassPalette.of(scheme.classes().indexOf(className));
        boolean inside = ShapePath.trace(shape, g, view);
        if (inside) {
            double opacity = selected ? FILL_SELECTED : hovered ? FILL_HOVERED : FILL;
            g.setFill(color.deriveColor(0, 1, 1, opacity));
            g.fill();
        }
        // A dark line under the bright one keeps the outline visible on flames and on snow alike.
        double width = selected || hovered ? 2.4 : 1.6;
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setStroke(HALO);
        g.setLineWidth(width + 1.8);
        g.stroke();
        g.setStroke(color);
        g.setLineWidth(width);
        g.stroke();
        if (options.labelsProperty().get()) {
            shape.bounds().ifPresent(box -> label(className, box, color, g, view));
        }
    }

    private static void label(String text, Box box, Color color, GraphicsContext g, Viewport view) {
        Text measure = new Text(text);
        measure.setFont(LABEL);
        double width = Math.ceil(measure.getLayoutBounds().getWidth()) + 10;
        double x = Math.round(view.toScreenX(box.x1()));
        double top = Math.round(view.toScreenY(box.y1()) - LABEL_HEIGHT - 3);
        double y = Math.max(2, top);
        g.setFill(color);
        g.fillRoundRect(x, y, width, LABEL_HEIGHT, 6, 6);
        g.setFill(Color.web("#10141a"));
        g.setFont(LABEL);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x + 5, y + LABEL_HEIGHT / 2);
    }
}
