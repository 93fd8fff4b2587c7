package io.flamemark.app.train;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The left side: what will be trained, how, and the button that starts it. */
final class StartPanel extends BorderPane {

    private final TrainViewModel model;
    private final Button train = new Button("Train", new FontIcon("fth-play"));
    private final Label refusal = new Label();

    StartPanel(TrainViewModel model, RunList runs) {
        this.model = model;
        getStyleClass().add("start-panel");
        DataCard data = new DataCard();
        data.show(model.dataProperty().get());
        model.dataProperty().addListener((o, was, is) -> data.show(is));
        VBox content = new VBox(
                10,
                heading("Data"),
                data,
                heading("Preset"),
                new PresetCards(model.presetProperty()),
                advanced(),
                heading("Runs"),
                runs);
        content.getStyleClass().add("start-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        setTop(startBox());
    }

    private VBox startBox() {
        train.setId("train-button");
        train.getStyleClass().addAll("accent", "large");
        train.setMaxWidth(Double.MAX_VALUE);
        train.setOnAction(event -> model.start());
        train.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.dataProperty().get().canTrain()
                                || model.trainingProperty().get()
                                || model.preparingProperty().get(),
                        model.dataProperty(),
                        model.trainingProperty(),
                        model.preparingProperty()));
        train.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.trainingProperty().get()
                                ? "Training…"
                                : model.preparingProperty().get() ? "Preparing…" : "Train",
                        model.trainingProperty(),
                        model.preparingProperty()));
        Label saved = new Label("Unsaved annotations are saved first.");
        saved.getStyleClass().addAll("text-small", "text-muted");
        Label problem = new Label();
        problem.setId("train-problem");
        problem.setWrapText(true);
        problem.getStyleClass().addAll("note-line", "danger");
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        VBox box = new VBox(6, train, saved, problem);
        box.getStyleClass().add("start-box");
        return box;
    }

    private TitledPane advanced() {
        ConfigSheet sheet = new ConfigSheet(
                next -> {
                    refusal.setText("");
                    model.edit(next);
                },
                refusal::setText);
        refusal.setWrapText(true);
        refusal.getStyleClass().addAll("note-line", "danger");
        refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
        TitledPane pane = new TitledPane("Advanced settings", new VBox(6, refusal, sheet));
        pane.setId("advanced");
        pane.setExpanded(false);
        pane.setAnimated(false);
        sheet.setPrefHeight(420);
        Runnable fill = () -> {
            if (pane.isExpanded() && !model.isEdited()) {
                sheet.show(model.configProperty().get());
            }
        };
        pane.expandedProperty().addListener((o, was, is) -> fill.run());
        model.configProperty().addListener((o, was, is) -> fill.run());
        return pane;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-heading");
        return label;
    }
}
