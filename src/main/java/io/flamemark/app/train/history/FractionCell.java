package io.flamemark.app.train.history;

import io.flamemark.app.train.model.Words;
import javafx.scene.control.TableCell;

/** A fraction with three digits, a dash where it is undefined. */
final class FractionCell<R> extends TableCell<R, Double> {

    @Override
    protected void updateItem(Double value, boolean empty) {
        super.updateItem(value, empty);
        setText(empty || value == null ? "" : Words.fraction(value));
    }
}
