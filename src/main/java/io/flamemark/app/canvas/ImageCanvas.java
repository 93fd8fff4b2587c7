package io.flamemark.app.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Shows one image and layers over it. It draws; what the layers mean and what the mouse does is for others. Painting is
 * done once a frame however often it was asked for.
 */
public final class ImageCanvas extends Region {

    /** From this scale on, pixels are shown as squares. */
    private static final double CRISP_SCALE = 3;

    private final Canvas canvas = new Canvas();
    private final Viewport viewport = new Viewport();
    private final List<Layer> layers = new ArrayList<>();
    private Image image;

    public ImageCanvas() {
        getStyleClass().add("image-canvas");
        setFocusTraversable(true);
        setMinSize(0, 0);
        getChildren().add(canvas);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        viewport.onChange(this::repaint);
    }

    public Viewport viewport() {
        return viewport;
    }

    /** Shows an image, or nothing where it is null. */
    public void setImage(Image next) {
        image = next;
        if (next != null) {
            viewport.setImageSize(next.getWidth(), next.getHeight());
        }
        repaint();
    }

    /** Shows another version of the same image, of the same size, in the same view. */
    public void exchangeImage(Image next) {
        image = next;
        repaint();
    }

    /** The image shown, or null. */
    public Image image() {
        return image;
    }

    /** Adds a layer on top of the others. */
    public void addLayer(Layer layer) {
        layers.add(layer);
        repaint();
    }

    /** Asks to be painted anew in the next frame. */
    public void repaint() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            viewport.setViewSize(getWidth(), getHeight());
        }
        paint(canvas.getGraphicsContext2D());
    }

    private void paint(GraphicsContext g) {
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (image == null) {
            return;
        }
        g.setImageSmoothing(viewport.scale() < CRISP_SCALE);
        g.drawImage(
                image,
                viewport.toScreenX(0),
                viewport.toScreenY(0),
                image.getWidth() * viewport.scale(),
                image.getHeight() * viewport.scale());
        for (Layer layer : layers) {
            g.save();
            layer.paint(g, viewport);
            g.restore();
        }
    }
}
