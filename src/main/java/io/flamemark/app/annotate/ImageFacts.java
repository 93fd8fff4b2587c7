package io.flamemark.app.annotate;

import atlantafx.base.theme.Styles;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.SplitAttribute;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** One line on an image: how many regions it has, and its split. */
final class ImageFacts extends HBox {

    private final Label count = new Label();
    private final Label split = new Label();

    ImageFacts() {
        super(8);
        getStyleClass().add("image-facts");
        setAlignment(Pos.CENTER_LEFT);
        count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        count.setMinWidth(0);
        split.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(count, split);
    }

    void show(ImageEntry entry) {
        int regions = entry.regions().size();
        count.setText(regions == 0 ? "no region" : regions == 1 ? "1 region" : regions + " regions");
        Optional<String> inSplit = SplitAttribute.of(entry);
        split.setText(inSplit.orElse(""));
        split.setVisible(inSplit.isPresent());
        split.setManaged(inSplit.isPresent());
        split.getStyleClass().setAll("label", "split-badge", "split-is-" + inSplit.orElse("none"));
    }

    /** The name of the image's file without its folder. */
    static String nameOf(ImageEntry entry) {
        String filename = entry.filename();
        int slash = Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\'));
        return filename.substring(slash + 1);
    }
}
