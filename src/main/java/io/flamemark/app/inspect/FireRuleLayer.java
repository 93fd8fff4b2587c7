package io.flamemark.app.inspect;

import io.flamemark.app.canvas.Layer;
import io.flamemark.app.canvas.Viewport;
import javafx.scene.canvas.GraphicsContext;

/** The pixels that look like fire by their colour alone: a yardstick that any network must beat. */
final class FireRuleLayer implements Layer {

    private final InspectViewModel model;
    private final InspectOptions options;
    private final MaskPictures pictures = new MaskPictures();

    FireRuleLayer(InspectViewModel model, InspectOptions options) {
        this.model = model;
        this.options = options;
        model.displayProperty().addListener((o, was, is) -> pictures.clear());
    }

    @Override
    public void paint(GraphicsContext g, Viewport view) {
        if (options.fireRuleProperty().get() && model.displayProperty().get() instanceof Display.Ready ready) {
            pictures.of(ready.firePixels(), VerdictColors.FIRE_RULE)
                    .ifPresent(p -> new Stroke(g, view)
                            .picture(
                                    ready.firePixels(),
                                    p,
                                    Math.max(0.3, options.opacityProperty().get())));
        }
    }
}
