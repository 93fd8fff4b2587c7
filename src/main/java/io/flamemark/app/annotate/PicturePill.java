package io.flamemark.app.annotate;

import atlantafx.base.theme.Styles;
import io.flamemark.edit.PictureEdits;
import io.flamemark.imaging.DeepImage;
import io.flamemark.imaging.Levels;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.RangeSlider;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * In a corner of the canvas, for images that have more than one look: the levels of one with 16 bits a channel, the page
 * of a file with several.
 */
final class PicturePill extends HBox {

    private static final double ROOMY = 705;
    private static final double ABOVE_THE_ZOOM = 44;

    private final AnnotateModel model;
    private final RangeSlider slider = new RangeSlider(0, Levels.MOST, 0, Levels.MOST);
    private final Label ends = new Label();
    private final Label page = new Label();
    private final Button back = icon("fth-chevron-left", "previous-page", "The page before");
    private final Button forth = icon("fth-chevron-right", "next-page", "The next page");
    private final Node levelling;
    private final Separator between = new Separator(Orientation.VERTICAL);
    private final Node paging;
    /** While the slider follows the model, it does not lead it. */
    private boolean following;

    /** @param canvas where it lies in the lower left corner, beside the zoom or, where that is narrow, above it */
    PicturePill(AnnotateModel model, Region canvas) {
        this.model = model;
        setId("picture-pill");
        getStyleClass().addAll("zoom-pill", "picture-pill");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_LEFT);
        levelling = levelling();
        paging = paging();
        getChildren().addAll(levelling, between, paging);
        getChildren().forEach(child -> child.managedProperty().bind(child.visibleProperty()));
        canvas.widthProperty().addListener((o, was, is) -> lift(is.doubleValue()));
        model.pictureProperty().addListener((o, was, is) -> follow());
        model.levelsProperty().addListener((o, was, is) -> follow());
        follow();
    }

    private void lift(double width) {
        StackPane.setMargin(this, new Insets(0, 0, width < ROOMY ? ABOVE_THE_ZOOM : 0, 0));
    }

    private Node levelling() {
        slider.setId("levels");
        slider.setPrefWidth(150);
        slider.setFocusTraversable(false);
        slider.lowValueProperty().addListener((o, was, is) -> lead());
        slider.highValueProperty().addListener((o, was, is) -> lead());
        ends.getStyleClass().addAll(Styles.TEXT_SMALL, "levels-label");
        Button auto = small("Auto", "levels-auto", "Show what is in this image, from its darkest to its lightest");
        auto.setOnAction(event -> deep().map(DeepImage::auto).ifPresent(model::level));
        Button full = small("Full", "levels-full", "Show the full range of 16 bits, as a network sees it");
        full.setOnAction(event -> model.level(Levels.FULL));
        HBox box = new HBox(8, slider, ends, auto, full);
        box.setAlignment(Pos.CENTER);
        Tooltip.install(box, new Tooltip("Which values are black and which are white. For looking only."));
        return box;
    }

    private Node paging() {
        page.setId("page-label");
        page.getStyleClass().add(Styles.TEXT_SMALL);
        back.setOnAction(event -> turn(-1));
        forth.setOnAction(event -> turn(1));
        HBox box = new HBox(2, back, page, forth);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Optional<Picture.Details> details() {
        return model.pictureProperty().get() instanceof Picture.Ready ready
                ? Optional.of(ready.details())
                : Optional.empty();
    }

    private Optional<DeepImage> deep() {
        return details().flatMap(Picture.Details::deep);
    }

    private void turn(int by) {
        model.image()
                .ifPresent(image -> details()
                        .ifPresent(details -> model.apply(
                                PictureEdits.page(model.project().project(), image.id(), details.page() + by))));
    }

    private void lead() {
        int black = (int) slider.getLowValue();
        int white = (int) slider.getHighValue();
        if (!following && black < white) {
            model.level(new Levels(black, white));
        }
    }

    private void follow() {
        int pages = details().map(Picture.Details::pages).orElse(1);
        int at = details().map(Picture.Details::page).orElse(0);
        levelling.setVisible(deep().isPresent());
        paging.setVisible(pages > 1);
        between.setVisible(levelling.isVisible() && paging.isVisible());
        setVisible(levelling.isVisible() || paging.isVisible());
        page.setText("Page %s of %s".formatted(at + 1, pages));
        back.setDisable(at == 0);
        forth.setDisable(at + 1 >= pages);
        Levels levels = model.levelsProperty().get();
        ends.setText(levels.black() + " – " + levels.white());
        following = true;
        // The upper end first where both rise, or the lower one would push against it.
        slider.setHighValue(Math.max(levels.white(), slider.getLowValue()));
        slider.setLowValue(levels.black());
        slider.setHighValue(levels.white());
        following = false;
    }

    private static Button icon(String literal, String id, String tip) {
        Button button = small("", id, tip);
        button.setGraphic(new FontIcon(literal));
        button.getStyleClass().add(Styles.BUTTON_ICON);
        return button;
    }

    private static Button small(String text, String id, String tip) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(tip));
        return button;
    }
}
