package io.flamemark.app.inspect;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** What is drawn over the image, and how. */
final class InspectOptions {

    private static final double USUAL_OPACITY = 0.45;

    private final BooleanProperty masks = new SimpleBooleanProperty(true);
    private final BooleanProperty boxes = new SimpleBooleanProperty(true);
    private final BooleanProperty labels = new SimpleBooleanProperty(true);
    private final BooleanProperty truth = new SimpleBooleanProperty(true);
    private final BooleanProperty verdicts = new SimpleBooleanProperty(true);
    private final BooleanProperty fireRule = new SimpleBooleanProperty(false);
    private final DoubleProperty opacity = new SimpleDoubleProperty(USUAL_OPACITY);

    /** The masks of detections. */
    BooleanProperty masksProperty() {
        return masks;
    }

    /** The boxes of detections. */
    BooleanProperty boxesProperty() {
        return boxes;
    }

    /** Class, score and IoU on each detection. */
    BooleanProperty labelsProperty() {
        return labels;
    }

    /** The outlines a person drew. */
    BooleanProperty truthProperty() {
        return truth;
    }

    /** Colours by right and wrong instead of by class. */
    BooleanProperty verdictsProperty() {
        return verdicts;
    }

    /** The pixels the chromatic rule takes for fire. */
    BooleanProperty fireRuleProperty() {
        return fireRule;
    }

    /** Of masks, 0..1. */
    DoubleProperty opacityProperty() {
        return opacity;
    }

    /** Hears of every change. */
    void onChange(Runnable listener) {
        for (BooleanProperty property : new BooleanProperty[] {masks, boxes, labels, truth, verdicts, fireRule}) {
            property.addListener((o, was, is) -> listener.run());
        }
        opacity.addListener((o, was, is) -> listener.run());
    }
}
