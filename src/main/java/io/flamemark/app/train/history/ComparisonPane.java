package io.flamemark.app.train.history;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.history.ModelComparison.Image;
import io.flamemark.run.RunDirectory;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Two models on the same images: which is better, over all and in each image. */
final class ComparisonPane extends VBox {

    private static final String NONE =
            "Pick two runs and press Compare: both models look at the same validation images.";

    private static final double TABLE_SHARE = 0.4;

    private final Function<RunDirectory, String> names;
    private final Label title = new Label();
    private final Label text = new Label();
    private final TableView<Image> images = new TableView<>();

    /** @param names what runs are called */
    ComparisonPane(ComparisonModel model, FxTasks tasks, Function<RunDirectory, String> names) {
        super(6);
        this.names = names;
        getStyleClass().add("comparison");
        title.setId("comparison-title");
        title.getStyleClass().add("text-bold");
        text.setId("comparison-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        images.setId("comparison-images");
        images.getStyleClass().add("dense");
        images.setPlaceholder(new Label(""));
        images.getColumns().add(words("Image", 124, Image::name));
        images.getColumns().add(figure("Before", 76, Image::earlier));
        images.getColumns().add(figure("After", 62, Image::later));
        images.getColumns().add(words("Change", 80, image -> ComparisonWords.word(image.change())));
        SideBySide pictures = new SideBySide(tasks);
        images.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> pictures.show(is));
        SplitPane both = new SplitPane(images, pictures);
        both.setDividerPositions(TABLE_SHARE);
        both.setMinHeight(0);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().setAll(title, text, both);
        model.stateProperty().addListener((o, was, is) -> show(is));
        show(model.stateProperty().get());
    }

    private void show(ComparisonModel.State state) {
        images.getItems().clear();
        if (state == null) {
            title.setText("");
            text.setText(NONE);
        } else if (!state.problem().isEmpty()) {
            title.setText("The models could not be compared");
            text.setText(state.problem());
        } else if (state.result().isEmpty()) {
            title.setText("Comparing…");
            text.setText("Both models look at the validation images of " + names.apply(state.later()) + ".");
        } else {
            show(state, state.result().get());
        }
    }

    private void show(ComparisonModel.State state, ModelComparison result) {
        title.setText(ComparisonWords.title(result));
        text.setText(ComparisonWords.figures(result) + advantage(state) + " Before: " + names.apply(state.earlier())
                + ". After: " + names.apply(state.later()) + ".");
        images.getItems().setAll(result.images());
        images.getSelectionModel().selectFirst();
    }

    private static String advantage(ComparisonModel.State state) {
        return state.known() == 0
                ? ""
                : " The earlier model had learned from " + state.known() + " of them, which is an advantage.";
    }

    private static TableColumn<Image, String> words(String title, double width, Function<Image, String> text) {
        TableColumn<Image, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private static TableColumn<Image, Double> figure(String title, double width, Function<Image, Double> value) {
        TableColumn<Image, Double> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(made -> new FractionCell<>());
        column.setPrefWidth(width);
        return column;
    }
}
