package io.flamemark.app.inspect;

import io.flamemark.app.inspect.Judgement.Mark;
import io.flamemark.app.inspect.Judgement.Sight;
import io.flamemark.app.inspect.Judgement.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was found in the image on display, one line each, and the way from there into the annotations. */
final class DetectionsCard extends VBox {

    private static final double ROW = 26;

    private final InspectViewModel model;
    private final Label summary = new Label();
    private final ListView<Mark> list = new ListView<>();
    private final Button accept = new Button("Add to annotations", new FontIcon("fth-plus-square"));
    private final Label none = new Label();
    private boolean filling;

    /** @param onAccept turns a detection into a region of the project */
    DetectionsCard(InspectViewModel model, Acceptance onAccept) {
        super(6);
        this.model = model;
        Label heading = new Label("This image");
        heading.getStyleClass().add("section-heading");
        summary.setId("image-summary");
        summary.setWrapText(true);
        summary.getStyleClass().add("text-small");
        list.setId("detections");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(4 * ROW + 2);
        list.setMinHeight(2 * ROW);
        list.getStyleClass().add("dense");
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.SOMETIMES);
        accept.setId("accept-detection");
        accept.setMaxWidth(Double.MAX_VALUE);
        accept.setTooltip(
                new Tooltip("Makes an outline of the chosen detection, which you can then correct in Annotate."));
        accept.setOnAction(event -> accept(onAccept));
        getChildren().addAll(heading, summary, list, accept);
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (!filling) {
                model.chosenDetectionProperty().set(is == null ? -1 : is.index());
            }
        });
        model.chosenDetectionProperty().addListener((o, was, is) -> select());
        model.thresholdProperty().addListener((o, was, is) -> fill());
        model.revisionProperty().addListener((o, was, is) -> fill());
        model.displayProperty().addListener((o, was, is) -> fill());
        fill();
    }

    private void fill() {
        Optional<Judgement> judgement = model.judgement();
        filling = true;
        list.getItems()
                .setAll(judgement
                        .map(j -> j.at(model.thresholdProperty().get()).marks())
                        .orElse(List.of()));
        filling = false;
        none.setText(judgement.map(DetectionsCard::nothing).orElse(""));
        select();
        summary.setText(judgement.map(this::words).orElse("Not looked at yet.") + fireRule());
    }

    private void select() {
        filling = true;
        list.getSelectionModel().clearSelection();
        chosen().ifPresent(mark -> {
            list.getSelectionModel().select(mark);
            list.scrollTo(mark);
        });
        filling = false;
        InspectImage image = model.selectedProperty().get();
        accept.setDisable(
                chosen().isEmpty() || image == null || image.projectId().isEmpty());
    }

    private void accept(Acceptance onAccept) {
        model.judgement()
                .ifPresent(judgement -> chosen().ifPresent(mark -> onAccept.accept(
                        model.selectedProperty().get(),
                        mark.detection(),
                        judgement.labels().nameOf(mark.detection().label()))));
    }

    private static String nothing(Judgement judgement) {
        int weaker = judgement.found().size();
        return weaker == 0 ? "Nothing found." : "Nothing at this threshold,\n" + weaker + " below it.";
    }

    private Optional<Mark> chosen() {
        int index = model.chosenDetectionProperty().get();
        return list.getItems().stream().filter(m -> m.index() == index).findFirst();
    }

    private String words(Judgement judgement) {
        Sight sight = judgement.at(model.thresholdProperty().get());
        if (!judgement.judged()) {
            return sight.marks().size() + " found; the truth is not known.";
        }
        long wrong = sight.count(Verdict.FALSE_ALARM);
        return sight.count(Verdict.RIGHT) + " right, " + wrong + (wrong == 1 ? " false alarm, " : " false alarms, ")
                + sight.missed().size() + " missed.";
    }

    private String fireRule() {
        return model.displayProperty().get() instanceof Display.Ready ready
                ? ready.fireIou()
                        .map(iou -> String.format(Locale.ROOT, " Fire colours alone: IoU %.2f.", iou))
                        .orElse("")
                : "";
    }

    private final class Cell extends ListCell<Mark> {

        private final Circle dot = new Circle(4);
        private final Label name = new Label();
        private final Label verdict = new Label();
        private final HBox content;

        Cell() {
            Region room = new Region();
            HBox.setHgrow(room, Priority.ALWAYS);
            verdict.getStyleClass().addAll("text-small", "text-muted");
            content = new HBox(8, dot, name, room, verdict);
            content.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Mark mark, boolean empty) {
            super.updateItem(mark, empty);
            Optional<Judgement> judgement = model.judgement();
            if (empty || mark == null || judgement.isEmpty()) {
                setGraphic(null);
                return;
            }
            dot.setFill(VerdictColors.of(mark.verdict()));
            String label = judgement.get().labels().nameOf(mark.detection().label());
            name.setText(String.format(
                    Locale.ROOT, "%s  %.2f", label, mark.detection().score()));
            verdict.setText(
                    switch (mark.verdict()) {
                        case RIGHT -> String.format(Locale.ROOT, "IoU %.2f", mark.iou());
                        case FALSE_ALARM -> "false alarm";
                        case UNJUDGED -> mark.detection().mask().area() + " px";
                    });
            setGraphic(content);
        }
    }
}
