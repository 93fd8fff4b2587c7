package io.flamemark.app.inspect;

import io.flamemark.app.inspect.Judgement.Sight;
import io.flamemark.app.inspect.Judgement.Verdict;
import io.flamemark.app.picture.Thumbnailer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** An image in the list: its picture, its name, and how the model did on it. */
final class ImageCell extends ListCell<InspectImage> {

    static final double HEIGHT = 56;
    private static final double WIDTH = 56;

    private final InspectViewModel model;
    private final Thumbnailer<Path> thumbnailer;
    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final Label result = new Label();
    private final HBox content;

    ImageCell(InspectViewModel model, Thumbnailer<Path> thumbnailer) {
        this.model = model;
        this.thumbnailer = thumbnailer;
        picture.setPreserveRatio(true);
        picture.setFitWidth(WIDTH);
        picture.setFitHeight(HEIGHT - 12);
        StackPane frame = new StackPane(picture);
        frame.setMinSize(WIDTH, HEIGHT - 12);
        frame.setMaxSize(WIDTH, HEIGHT - 12);
        frame.getStyleClass().add("thumb-frame");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        result.getStyleClass().addAll("text-small", "text-muted");
        VBox words = new VBox(2, name, result);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        content = new HBox(10, frame, words);
        content.setAlignment(Pos.CENTER_LEFT);
        content.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(InspectImage image, boolean empty) {
        super.updateItem(image, empty);
        if (empty || image == null) {
            setGraphic(null);
            return;
        }
        picture.setImage(thumbnailer.of(image.file()).image().orElse(null));
        name.setText(image.name());
        result.setText(image.group().word() + " · " + words(model.outcome(image)));
        setGraphic(content);
    }

    private String words(Outcome outcome) {
        if (outcome instanceof Outcome.Seen seen) {
            return words(
                    seen.judgement(),
                    seen.judgement().at(model.thresholdProperty().get()));
        }
        if (outcome instanceof Outcome.Looking) {
            return "looking…";
        }
        return outcome instanceof Outcome.Failed ? "failed" : "not looked at";
    }

    private static String words(Judgement judgement, Sight sight) {
        if (!judgement.judged()) {
            return sight.marks().size() + " found";
        }
        List<String> parts = new ArrayList<>();
        if (!judgement.truths().isEmpty()) {
            parts.add(sight.count(Verdict.RIGHT) + " of " + judgement.truths().size() + " found");
        }
        long wrong = sight.count(Verdict.FALSE_ALARM);
        if (wrong > 0) {
            parts.add(wrong + " false");
        }
        return parts.isEmpty() ? "rightly empty" : String.join(", ", parts);
    }
}
