package io.flamemark.app.train.config;

import io.flamemark.run.RunDetails;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The settings that differ between the runs picked, a column for each run. */
public final class ConfigDiffTable extends TableView<ConfigDiff.Row> {

    private static final double NAME_WIDTH = 272;
    private static final double VALUE_WIDTH = 236;

    /** Empty at first. */
    public ConfigDiffTable() {
        setId("config-diff");
        getStyleClass().add("dense");
        setRowFactory(table -> new Explained());
        show(List.of());
    }

    /** Shows the settings in which these runs differ; runs without a readable configuration are left out. */
    public void show(List<RunDetails> runs) {
        getColumns().setAll(List.of(column("Setting", NAME_WIDTH, ConfigDiff.Row::name)));
        List<RunDetails> readable =
                runs.stream().filter(run -> run.config().isPresent()).toList();
        for (int i = 0; i < readable.size(); i++) {
            int at = i;
            getColumns()
                    .add(column(
                            readable.get(i).name(),
                            VALUE_WIDTH,
                            row -> row.values().get(at)));
        }
        getItems()
                .setAll(ConfigDiff.of(
                        readable.stream().flatMap(run -> run.config().stream()).toList()));
        Label nothing = new Label(
                readable.size() < 2
                        ? "Pick two or more runs (Ctrl or Shift and click) to see what sets them apart."
                        : "These runs have the same settings.");
        nothing.setWrapText(true);
        setPlaceholder(nothing);
    }

    private static TableColumn<ConfigDiff.Row, String> column(
            String title, double width, Function<ConfigDiff.Row, String> text) {
        TableColumn<ConfigDiff.Row, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    /** Tells what its setting does while the mouse rests on it. */
    private static final class Explained extends TableRow<ConfigDiff.Row> {
        @Override
        protected void updateItem(ConfigDiff.Row row, boolean empty) {
            super.updateItem(row, empty);
            setTooltip(empty || row == null || row.help().isEmpty() ? null : new Tooltip(row.help()));
        }
    }
}
