package io.flamemark.app.inspect;

import io.flamemark.app.canvas.Layer;
import io.flamemark.app.canvas.Viewport;
import io.flamemark.dataset.Instance;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/** The outlines a person drew on the image on display; those the model missed say so. */
final class TruthLayer implements Layer {

    private static final double[] DOTTED = {3, 4};

    private final InspectViewModel model;
    private final InspectOptions options;

    TruthLayer(InspectViewModel model, InspectOptions options) {
        this.model = model;
        this.options = options;
    }

    @Override
    public void paint(GraphicsContext g, Viewport view) {
        InspectImage image = model.selectedProperty().get();
        if (image == null
                || image.sample().isEmpty()
                || !options.truthProperty().get()) {
            return;
        }
        Stroke stroke = new Stroke(g, view);
        for (Instance instance : image.sample().get().instances()) {
            stroke.outlines(instance.parts(), VerdictColors.TRUTH, 1.4, DOTTED);
        }
        Optional<Judgement> judgement = model.judgement();
        if (options.verdictsProperty().get() && judgement.isPresent()) {
            List<Integer> missed =
                    judgement.get().at(model.thresholdProperty().get()).missed();
            missed.forEach(t -> paintMissed(judgement.get().truths().get(t), stroke));
        }
    }

    private static void paintMissed(Instance instance, Stroke stroke) {
        stroke.outlines(instance.parts(), VerdictColors.MISSED, 2.6, DOTTED);
        stroke.tag("missed", instance.box(), VerdictColors.MISSED);
    }
}
