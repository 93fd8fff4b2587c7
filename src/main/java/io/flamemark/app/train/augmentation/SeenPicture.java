package io.flamemark.app.train.augmentation;

import io.flamemark.app.canvas.ClassPalette;
import io.flamemark.app.train.model.Words;
import io.flamemark.dataset.Instance;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** A picture as large as its place allows, its outlines drawn sharp over it, the file's name below. */
final class SeenPicture extends Region {

    private static final double CAPTION = 20;
    private static final double LINE = 1.6;

    private final SeenExample example;
    private final Canvas canvas = new Canvas();
    private final Label caption;

    SeenPicture(SeenExample example) {
        this.example = example;
        caption = new Label(example.name());
        caption.getStyleClass().addAll("text-small", "text-muted");
        caption.setTextAlignment(TextAlignment.CENTER);
        setMinSize(0, 0);
        setPrefSize(0, 0);
        setAccessibleText(example.name() + ", " + Words.count(example.outlines().size(), "outline"));
        getChildren().addAll(canvas, caption);
    }

    @Override
    protected void layoutChildren() {
        Image picture = example.picture();
        double room = Math.max(1, getHeight() - CAPTION);
        double scale = Math.min(getWidth() / picture.getWidth(), room / picture.getHeight());
        canvas.setWidth(picture.getWidth() * scale);
        canvas.setHeight(picture.getHeight() * scale);
        double left = (getWidth() - canvas.getWidth()) / 2;
        canvas.relocate(left, room - canvas.getHeight());
        layoutInArea(caption, 0, room, getWidth(), CAPTION, 0, HPos.CENTER, VPos.CENTER);
        paint(picture, scale);
    }

    private void paint(Image picture, double scale) {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.drawImage(picture, 0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.setLineWidth(LINE);
        for (Instance outline : example.outlines()) {
            graphics.setStroke(ClassPalette.of(outline.label() - 1));
            outline.parts().forEach(part -> stroke(graphics, part, scale));
        }
    }

    private static void stroke(GraphicsContext graphics, Polygon part, double scale) {
        double[] x = part.vertices().stream()
                .mapToDouble(Point::x)
                .map(v -> v * scale)
                .toArray();
        double[] y = part.vertices().stream()
                .mapToDouble(Point::y)
                .map(v -> v * scale)
                .toArray();
        graphics.strokePolygon(x, y, x.length);
    }
}
