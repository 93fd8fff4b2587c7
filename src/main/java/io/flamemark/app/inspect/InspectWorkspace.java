package io.flamemark.app.inspect;

import io.flamemark.app.shell.Workspace;
import io.flamemark.app.task.FxTasks;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Inspect: what a model sees in each image, beside the truth, at any threshold. */
public final class InspectWorkspace implements Workspace {

    private final InspectViewModel model;
    private final BorderPane content = new BorderPane();

    /** @param onAccept turns a detection in an image of the project into a region */
    public InspectWorkspace(InspectViewModel model, FxTasks tasks, Acceptance onAccept) {
        this.model = model;
        InspectOptions options = new InspectOptions();
        content.getStyleClass().add("inspect-workspace");
        content.getStylesheets()
                .add(InspectWorkspace.class.getResource("inspect.css").toExternalForm());
        content.setTop(new ModelBar(model));
        content.setLeft(new ImageListPane(model, tasks));
        content.setCenter(middle(options));
        content.setRight(results(options, onAccept));
    }

    private StackPane middle(InspectOptions options) {
        InspectCanvas canvas = new InspectCanvas(model, options);
        VBox noImage = empty("fth-image", "No image", "Open a project in Annotate, or add images with + on the left.");
        noImage.visibleProperty().bind(model.selectedProperty().isNull());
        VBox noModel = empty(
                "fth-eye",
                "No trained model yet",
                "Train one in Train, or open a weights file above. Then its masks appear here.");
        noModel.getStyleClass().add("floating");
        noModel.setMaxHeight(VBox.USE_PREF_SIZE);
        noModel.setMaxWidth(VBox.USE_PREF_SIZE);
        noModel.visibleProperty()
                .bind(Bindings.and(
                        model.modelProperty().isNull(), model.selectedProperty().isNotNull()));
        StackPane middle = new StackPane(canvas, noImage, noModel);
        middle.setMinSize(0, 0);
        return middle;
    }

    private ScrollPane results(InspectOptions options, Acceptance onAccept) {
        VBox cards = new VBox(
                12,
                new ShowCard(model, options),
                new Separator(),
                new DetectionsCard(model, onAccept),
                new Separator(),
                new TotalsCard(model));
        cards.getStyleClass().add("result-cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("result-pane");
        return scroll;
    }

    private static VBox empty(String iconLiteral, String title, String text) {
        FontIcon icon = new FontIcon(iconLiteral);
        icon.getStyleClass().add("empty-icon");
        Label head = new Label(title);
        head.getStyleClass().add("title-3");
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMaxWidth(340);
        words.getStyleClass().add("text-muted");
        VBox box = new VBox(10, icon, head, words);
        box.getStyleClass().add("empty-state");
        return box;
    }

    @Override
    public String title() {
        return "Inspect";
    }

    @Override
    public String iconLiteral() {
        return "fth-eye";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        model.hidden();
    }
}
