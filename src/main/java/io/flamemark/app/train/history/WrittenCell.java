package io.flamemark.app.train.history;

import io.flamemark.app.train.model.Words;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.util.converter.DefaultStringConverter;

/** A text that a person may write. What there is no room for can be read while the mouse rests on it. */
final class WrittenCell<S> extends TextFieldTableCell<S, String> {

    WrittenCell() {
        super(new DefaultStringConverter());
        setTextOverrun(OverrunStyle.ELLIPSIS);
    }

    @Override
    public void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        setTooltip(empty || text == null || text.isBlank() ? null : new Tooltip(Words.inLines(text)));
    }

    @Override
    public void commitEdit(String text) {
        leaving(() -> super.commitEdit(text));
    }

    @Override
    public void cancelEdit() {
        leaving(super::cancelEdit);
    }

    /** The field goes, and the keyboard with it to whatever comes first in the window: the table keeps it. */
    private void leaving(Runnable end) {
        TableView<S> table = getTableView();
        boolean written = isFocusWithin();
        end.run();
        if (written && table != null) {
            table.requestFocus();
        }
    }
}
