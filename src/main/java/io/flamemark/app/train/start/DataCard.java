package io.flamemark.app.train.start;

import io.flamemark.app.train.model.DataNote;
import io.flamemark.app.train.model.DataSummary;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What there is to learn from, with warnings. */
final class DataCard extends VBox {

    private final Consumer<DataNote> open;

    /** @param open shows the image of a note */
    DataCard(Consumer<DataNote> open) {
        super(8);
        this.open = open;
        getStyleClass().add("data-card");
    }

    void show(DataSummary summary) {
        getChildren().clear();
        if (summary.train().images() > 0) {
            getChildren().add(table(summary));
        }
        if (!summary.canTrain()) {
            getChildren().add(NoteLine.hint(summary.obstacle(), open));
        }
        summary.warnings().forEach(w -> getChildren().add(NoteLine.warning(w, open)));
    }

    private static GridPane table(DataSummary summary) {
        GridPane grid = new GridPane(12, 4);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), words);
        row(grid, 0, "Training", summary.train().words());
        row(grid, 1, "Validation", summary.validation().words());
        row(grid, 2, "Test", summary.test().words());
        row(grid, 3, summary.classes().size() == 1 ? "Class" : "Classes", String.join(", ", summary.classes()));
        return grid;
    }

    private static void row(GridPane grid, int row, String name, String value) {
        Label left = new Label(name);
        left.getStyleClass().add("text-muted");
        left.setMinWidth(USE_PREF_SIZE);
        Label right = new Label(value);
        right.setWrapText(true);
        grid.addRow(row, left, right);
    }
}
