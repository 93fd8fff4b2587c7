package io.flamemark.app.annotate;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** How regions are shown. */
final class ViewOptions {

    private final BooleanProperty regions = new SimpleBooleanProperty(true);
    private final BooleanProperty labels = new SimpleBooleanProperty(true);

    /** Whether regions are drawn at all. */
    BooleanProperty regionsProperty() {
        return regions;
    }

    /** Whether each region has its class written on it. */
    BooleanProperty labelsProperty() {
        return labels;
    }
}
