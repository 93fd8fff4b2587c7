package io.flamemark.app.train.dashboard;

import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;

/** Pictures side by side and below each other, in the arrangement in which they are largest. */
final class PictureWall extends Pane {

    private static final double GAP = 8;

    /** Beyond this the pixels show, and nothing more. */
    private static final double LARGEST_SCALE = 1.5;

    PictureWall() {
        setMinSize(0, 0);
        setPrefSize(0, 0);
    }

    void show(List<Image> images) {
        getChildren().setAll(images.stream().map(ImageView::new).toList());
    }

    @Override
    protected void layoutChildren() {
        List<Image> images =
                getChildren().stream().map(it -> ((ImageView) it).getImage()).toList();
        int columns = columns(images, getWidth(), getHeight());
        double scale = scale(images, columns, getWidth(), getHeight());
        double cellWidth = scale * widest(images) + GAP;
        double cellHeight = scale * highest(images) + GAP;
        for (int i = 0; i < images.size(); i++) {
            ImageView picture = (ImageView) getChildren().get(i);
            picture.setFitWidth(Math.max(1, scale * images.get(i).getWidth()));
            picture.setFitHeight(Math.max(1, scale * images.get(i).getHeight()));
            picture.relocate(snapPositionX(i % columns * cellWidth), snapPositionY(i / columns * cellHeight));
        }
    }

    /** In how many columns pictures are largest; the fewest where that makes no difference. */
    static int columns(List<Image> images, double width, double height) {
        int best = 1;
        for (int columns = 2; columns <= images.size(); columns++) {
            if (scale(images, columns, width, height) > scale(images, best, width, height)) {
                best = columns;
            }
        }
        return best;
    }

    private static double scale(List<Image> images, int columns, double width, double height) {
        int rows = (images.size() + columns - 1) / columns;
        double roomX = (width - GAP * (columns - 1)) / columns;
        double roomY = (height - GAP * (rows - 1)) / rows;
        double fitting = Math.min(roomX / widest(images), roomY / highest(images));
        return Math.max(0, Math.min(LARGEST_SCALE, fitting));
    }

    private static double widest(List<Image> images) {
        return images.stream().mapToDouble(Image::getWidth).max().orElse(1);
    }

    private static double highest(List<Image> images) {
        return images.stream().mapToDouble(Image::getHeight).max().orElse(1);
    }
}
