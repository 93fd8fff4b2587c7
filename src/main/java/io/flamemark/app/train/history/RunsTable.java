package io.flamemark.app.train.history;

import io.flamemark.app.train.model.Words;
import io.flamemark.run.RunDetails;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunNotes;
import io.flamemark.run.Scores;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A line for each run, what matters most first, for windows that are not wide. Names, tags and notes are written by a
 * double click; a click on a head sorts.
 */
final class RunsTable extends TableView<RunDetails> {

    private static final PseudoClass DAMAGED = PseudoClass.getPseudoClass("damaged");

    private static final double NOTES = 112;
    private static final double SCROLL_BAR = 16;

    private final RunsViewModel model;

    /** A change that waits until nothing is being written. */
    private Runnable later;

    RunsTable(RunsViewModel model) {
        this.model = model;
        setId("runs-table");
        getStyleClass().addAll("dense", "striped");
        setEditable(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getColumns().add(written("Name", 208, RunDetails::name, RunNotes::withName));
        getColumns().add(shown("Status", 92, RunWord::of, word -> word));
        getColumns().add(number(shown("AP", 54, run -> score(run, Scores::maskAp), Words::fraction)));
        getColumns().add(number(shown("AP50", 58, run -> score(run, Scores::maskAp50), Words::fraction)));
        getColumns().add(shown("Trained", 82, RunDetails::trained, RunsTable::duration));
        getColumns().add(shown("Preset", 72, run -> run.summary().preset(), preset -> preset));
        getColumns().add(shown("Images", 76, RunDetails::train, n -> n));
        getColumns().add(shown("Started", 112, run -> run.summary().created(), Words::when));
        getColumns()
                .add(written("Tags", 96, run -> String.join(", ", run.notes().tags()), RunNotes::withTags));
        TableColumn<RunDetails, String> notes =
                written("Notes", NOTES, run -> run.notes().text(), RunNotes::withText);
        getColumns().add(notes);
        widthProperty().addListener((o, was, is) -> notes.setPrefWidth(Math.max(NOTES, roomBeside(notes))));
        setOnKeyPressed(this::pressed);
        setRowFactory(table -> new Row());
        SortedList<RunDetails> sorted = new SortedList<>(model.runs());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        model.changeWithin(this::keepPicked);
        sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((o, was, is) -> catchUp());
        Label none = new Label();
        none.textProperty()
                .bind(Bindings.when(model.filterProperty().isEmpty())
                        .then("No run yet. Train, or import one from a zip file.")
                        .otherwise("No run fits the filter."));
        setPlaceholder(none);
    }

    /** Lets a person write the name of the run that is picked. */
    void rename() {
        edit(getSelectionModel().getSelectedIndex(), getColumns().get(0));
    }

    private double roomBeside(TableColumn<?, ?> last) {
        return getWidth()
                - SCROLL_BAR
                - getColumns().stream()
                        .filter(column -> column != last)
                        .mapToDouble(TableColumn::getWidth)
                        .sum();
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() == this
                && event.getCode() == KeyCode.DELETE
                && !getSelectionModel().isEmpty()) {
            model.discard(getSelectionModel().getSelectedItems());
        }
    }

    /** Runs are told anew with each epoch: what is picked stays picked, and what is being written is not lost. */
    private void keepPicked(Runnable change) {
        if (isBeingWritten()) {
            Runnable before = later;
            later = before == null
                    ? change
                    : () -> {
                        before.run();
                        change.run();
                    };
            return;
        }
        List<RunDirectory> picked = getSelectionModel().getSelectedItems().stream()
                .map(RunsViewModel::directory)
                .toList();
        change.run();
        getSelectionModel().clearSelection();
        for (int i = 0; i < getItems().size(); i++) {
            if (picked.contains(RunsViewModel.directory(getItems().get(i)))) {
                getSelectionModel().select(i);
            }
        }
    }

    /** The table itself may still name a cell long left. */
    private boolean isBeingWritten() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        boolean text = owner instanceof TextInputControl;
        while (text && owner != null && owner != this) {
            owner = owner.getParent();
        }
        return text && owner == this;
    }

    private void catchUp() {
        if (later != null && !isBeingWritten()) {
            Runnable change = later;
            later = null;
            keepPicked(change);
        }
    }

    /** Tells what is the matter with a damaged run while the mouse rests on it. */
    private static final class Row extends TableRow<RunDetails> {
        @Override
        protected void updateItem(RunDetails run, boolean empty) {
            super.updateItem(run, empty);
            boolean damaged = !empty && run != null && run.isDamaged();
            pseudoClassStateChanged(DAMAGED, damaged);
            setTooltip(damaged ? new Tooltip(run.damage()) : null);
        }
    }

    private static double score(RunDetails run, Function<Scores, Double> of) {
        return run.summary().status().scores().map(of).orElse(-1.0);
    }

    private static String duration(Duration trained) {
        return trained.isZero() ? "–" : Words.roughly(trained);
    }

    /** Sorted by the value, shown by its text. */
    private static <T extends Comparable<T>> TableColumn<RunDetails, T> shown(
            String title, double width, Function<RunDetails, T> value, Function<T, Object> text) {
        TableColumn<RunDetails, T> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : String.valueOf(text.apply(item)));
            }
        });
        column.setComparator(Comparator.naturalOrder());
        column.setPrefWidth(width);
        column.setEditable(false);
        return column;
    }

    private static <T> TableColumn<RunDetails, T> number(TableColumn<RunDetails, T> column) {
        column.setStyle("-fx-alignment: center-right;");
        return column;
    }

    private TableColumn<RunDetails, String> written(
            String title,
            double width,
            Function<RunDetails, String> value,
            BiFunction<RunNotes, String, RunNotes> change) {
        TableColumn<RunDetails, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(made -> new WrittenCell<>());
        column.setOnEditCommit(edit -> {
            if (!edit.getNewValue().equals(edit.getOldValue())) {
                model.note(edit.getRowValue(), change.apply(edit.getRowValue().notes(), edit.getNewValue()));
            }
        });
        column.setPrefWidth(width);
        return column;
    }
}
