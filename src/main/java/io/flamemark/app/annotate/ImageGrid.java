package io.flamemark.app.annotate;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.app.picture.Thumbnailer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.GridView;

/**
 * The images as a grid of pictures, worked by mouse and arrow keys. It has no selection of its own: framed is the
 * current image. Its columns share the width.
 */
final class ImageGrid extends GridView<ImageId> {

    /** What GridView's skin leaves for the scroll bar. */
    private static final double SCROLL_BAR = 18;
    /** Around each tile. */
    private static final double SPACE = 2;
    /** Another column comes when each has this width. */
    private static final double ROOMY = 130;

    private static final int FEWEST = 2;

    private final AnnotateModel model;
    private int columns = FEWEST;
    private boolean toReveal;

    ImageGrid(AnnotateModel model, Thumbnailer<ImageId> thumbnailer) {
        super(model.images().shown());
        this.model = model;
        setId("image-grid");
        getStyleClass().add("image-grid");
        setFocusTraversable(true);
        setAccessibleText("Images");
        setHorizontalCellSpacing(SPACE);
        setVerticalCellSpacing(SPACE);
        setCellFactory(view -> new ImageTile(model, thumbnailer));
        widthProperty().addListener((o, was, is) -> share(is.doubleValue() - SCROLL_BAR));
        addEventHandler(KeyEvent.KEY_PRESSED, this::move);
        model.imageProperty().addListener((o, was, is) -> reveal());
        getItems().addListener((ListChangeListener<ImageId>) change -> reveal());
    }

    /** Shows the images as they are now. */
    void refreshCells() {
        lookupAll("." + ImageTile.STYLE).forEach(tile -> ((ImageTile) tile).refresh());
    }

    /** Scrolls to the current image, or to the top where the filter hides it. */
    void reveal() {
        toReveal = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        // Only now are the rows those of the images shown.
        if (toReveal && lookup(".virtual-flow") instanceof VirtualFlow<?> rows) {
            toReveal = false;
            int at = model.image()
                    .map(ImageEntry::id)
                    .map(id -> getItems().indexOf(id))
                    .orElse(-1);
            rows.scrollTo(Math.max(0, at) / columns);
        }
    }

    private void share(double width) {
        columns = Math.max(FEWEST, (int) (width / ROOMY));
        double tile = Math.max(1, Math.floor(width / columns) - 2 * SPACE);
        setCellWidth(tile);
        setCellHeight(ImageTile.heightFor(tile));
    }

    private void move(KeyEvent press) {
        int steps = switch (press.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -columns;
            case DOWN -> columns;
            case HOME -> -getItems().size();
            case END -> getItems().size();
            default -> 0;
        };
        boolean plain = !press.isShortcutDown() && !press.isAltDown() && !press.isShiftDown();
        if (steps != 0 && plain) {
            model.go(steps);
            press.consume();
        }
    }
}
