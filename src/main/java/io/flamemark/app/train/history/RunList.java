package io.flamemark.app.train.history;

import io.flamemark.app.train.model.ShownRun;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.app.train.model.Words;
import io.flamemark.run.RunState;
import io.flamemark.run.RunSummary;
import io.flamemark.run.Scores;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The runs beside the project, newest first; choosing one puts it on display. */
public final class RunList extends StackPane {

    private static final double ROW = 48;
    private static final int MOST_ROWS = 6;

    private final TrainViewModel model;
    private final ListView<RunSummary> list = new ListView<>();
    private boolean following;

    /** @param model whose runs are listed, and which is told the one chosen */
    public RunList(TrainViewModel model) {
        this.model = model;
        list.setId("run-list");
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("run-list");
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(new Label("Runs appear here."));
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !following) {
                model.show(is);
            }
        });
        model.runs().addListener((ListChangeListener<RunSummary>) change -> follow());
        model.shownProperty().addListener((o, was, is) -> followShown(was, is));
        follow();
        getChildren().add(list);
    }

    /** Shows the runs there are now. What is selected follows the display here, never the other way round. */
    private void follow() {
        following = true;
        list.getItems().setAll(model.runs());
        select();
        following = false;
        fitRows();
    }

    private void followShown(ShownRun was, ShownRun is) {
        if (was == null || is == null || !was.directory().equals(is.directory())) {
            following = true;
            select();
            following = false;
        }
    }

    private void select() {
        ShownRun shown = model.shownProperty().get();
        list.getSelectionModel().clearSelection();
        list.getItems().stream()
                .filter(r -> shown != null && r.directory().equals(shown.directory()))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    private void fitRows() {
        list.setPrefHeight(ROW * Math.max(1, Math.min(MOST_ROWS, list.getItems().size())) + 4);
        list.setMinHeight(list.getPrefHeight());
    }

    private static final class Cell extends ListCell<RunSummary> {

        private final Label name = new Label();
        private final Label score = new Label();
        private final Label detail = new Label();
        private final VBox content;

        Cell() {
            Region room = new Region();
            HBox.setHgrow(room, Priority.ALWAYS);
            HBox head = new HBox(8, name, room, score);
            head.setAlignment(Pos.BASELINE_LEFT);
            score.setMinWidth(USE_PREF_SIZE);
            detail.getStyleClass().addAll("text-small", "text-muted");
            content = new VBox(1, head, detail);
            content.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(RunSummary run, boolean empty) {
            super.updateItem(run, empty);
            if (empty || run == null) {
                setGraphic(null);
                return;
            }
            name.setText(Words.called(run));
            Optional<Scores> scores = run.status().scores();
            score.setText(
                    scores.map(s -> "AP50 " + Words.fraction(s.maskAp50())).orElse(""));
            detail.setText((run.given().isEmpty() ? "" : Words.when(run.created()) + " · ") + run.preset() + " · "
                    + words(run));
            setGraphic(content);
        }

        private static String words(RunSummary run) {
            if (run.isDamaged()
                    || run.status().state() == RunState.QUEUED && run.status().epoch() == 0) {
                return RunWord.of(run);
            }
            return RunWord.of(run) + ", " + run.status().epoch() + " of "
                    + Words.count(run.status().epochs(), "epoch");
        }
    }
}
