package io.flamemark.app.inspect;

import io.flamemark.app.canvas.ScreenPath;
import io.flamemark.app.canvas.Viewport;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Polygon;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * Draws lines and tags over a picture so that they can be seen on flames, on snow and at night alike: every line has a
 * dark one beneath it.
 *
 * @param view turns image pixels into those of the canvas
 */
record Stroke(GraphicsContext g, Viewport view) {

    private static final Color HALO = Color.color(0, 0, 0, 0.55);
    private static final Color TAG_TEXT = Color.web("#10141a");
    private static final Font TAG_FONT = Font.font("System", FontWeight.SEMI_BOLD, 11);
    private static final double TAG_HEIGHT = 17;

    /** Closed outlines, solid or dashed. */
    void outlines(List<Polygon> outlines, Color color, double width, double... dashes) {
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.beginPath();
        outlines.forEach(this::trace);
        twice(color, width, dashes);
    }

    void box(Box box, Color color, double width, double... dashes) {
        g.setLineJoin(StrokeLineJoin.MITER);
        g.beginPath();
        g.rect(
                view.toScreenX(box.x1()),
                view.toScreenY(box.y1()),
                box.width() * view.scale(),
                box.height() * view.scale());
        twice(color, width, dashes);
    }

    private void twice(Color color, double width, double... dashes) {
        g.setLineDashes();
        g.setStroke(HALO);
        g.setLineWidth(width + 1.8);
        g.stroke();
        g.setLineDashes(dashes);
        g.setStroke(color);
        g.setLineWidth(width);
        g.stroke();
        g.setLineDashes();
    }

    private void trace(Polygon polygon) {
        ScreenPath.line(polygon.vertices(), g, view);
        g.closePath();
    }

    /** A picture of a mask's window, in its place. */
    void picture(Mask mask, Image picture, double opacity) {
        g.setGlobalAlpha(opacity);
        g.drawImage(
                picture,
                view.toScreenX(mask.left()),
                view.toScreenY(mask.top()),
                mask.width() * view.scale(),
                mask.height() * view.scale());
        g.setGlobalAlpha(1);
    }

    /** Words on a patch of colour above the box, or just inside where there is no room above. */
    void tag(String words, Box box, Color color) {
        Text measure = new Text(words);
        measure.setFont(TAG_FONT);
        double width = Math.ceil(measure.getLayoutBounds().getWidth()) + 10;
        double x = Math.max(2, Math.round(view.toScreenX(box.x1())));
        double y = Math.max(2, Math.round(view.toScreenY(box.y1()) - TAG_HEIGHT - 3));
        g.setFill(color);
        g.fillRoundRect(x, y, width, TAG_HEIGHT, 6, 6);
        g.setFill(TAG_TEXT);
        g.setFont(TAG_FONT);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(words, x + 5, y + TAG_HEIGHT / 2);
    }
}
