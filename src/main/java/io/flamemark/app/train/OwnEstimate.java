package io.flamemark.app.train;

import io.flamemark.run.PresetChoice.Offer;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** What values of a person's own would take; seen only where there are some. */
final class OwnEstimate extends Label {

    OwnEstimate(Setup setup) {
        setId("own-estimate");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("note-line");
        managedProperty().bind(textProperty().isNotEmpty());
        visibleProperty().bind(textProperty().isNotEmpty());
        setup.ownProperty().addListener((o, was, is) -> show(is));
        show(setup.ownProperty().get());
    }

    private void show(Offer own) {
        getStyleClass().removeAll("warning", "accent");
        if (own == null) {
            setText("");
            return;
        }
        String fits = own.fits() ? "." : ", more than this machine should give. Make the batch or the images smaller.";
        setText("Your own settings: " + own.estimate().inWords() + fits);
        setGraphic(new FontIcon(own.fits() ? "fth-sliders" : "fth-alert-triangle"));
        getStyleClass().add(own.fits() ? "accent" : "warning");
    }
}
