package io.flamemark.app.train.start;

import io.flamemark.app.train.model.Preset;
import io.flamemark.app.train.model.Setup;
import io.flamemark.run.PresetChoice.Offer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** What the training would take that the button would start now, with the preset's values or a person's own. */
final class StartEstimate extends Label {

    private static final PseudoClass TOO_LARGE = PseudoClass.getPseudoClass("too-large");

    private final Setup setup;

    StartEstimate(Setup setup) {
        this.setup = setup;
        setId("start-estimate");
        getStyleClass().addAll("text-small", "start-estimate");
        setTooltip(new Tooltip());
        setup.offerProperty().addListener((o, was, is) -> show(is));
        show(setup.offerProperty().get());
    }

    private void show(Offer offer) {
        pseudoClassStateChanged(TOO_LARGE, offer != null && !offer.fits());
        if (offer == null) {
            // Keeps its line, so that nothing moves when there is something to say.
            setText(" ");
            getTooltip().setText("What the training would take is told as soon as the images are read.");
            return;
        }
        String what =
                setup.isEdited() ? "Own settings" : Preset.of(offer.name()).title();
        setText(what + ": " + offer.estimate().inBrief());
        getTooltip()
                .setText("The training would take " + offer.estimate().inWords() + ", less where it stops early."
                        + (offer.fits()
                                ? ""
                                : " That is more memory than this machine should give: make the batch or the "
                                        + "images smaller."));
    }
}
