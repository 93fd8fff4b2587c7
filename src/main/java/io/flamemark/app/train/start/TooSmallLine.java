package io.flamemark.app.train.start;

import io.flamemark.app.train.model.DataNote;
import io.flamemark.app.train.model.Setup;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/** Beside the button that starts: a warning where the size chosen for the images makes outlines too small. */
final class TooSmallLine extends VBox {

    private final Consumer<DataNote> open;

    /** @param open shows the image of a note */
    TooSmallLine(Setup setup, Consumer<DataNote> open) {
        this.open = open;
        setId("outlines-too-small");
        setup.tooSmallProperty().addListener((o, was, is) -> show(is));
        show(setup.tooSmallProperty().get());
    }

    private void show(DataNote note) {
        boolean told = !note.text().isEmpty();
        getChildren().clear();
        if (told) {
            getChildren().add(NoteLine.warning(note, open));
        }
        setVisible(told);
        setManaged(told);
    }
}
