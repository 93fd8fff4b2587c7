package io.flamemark.app.train.start;

import io.flamemark.app.train.model.DataNote;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.app.train.model.Words;
import io.flamemark.dataset.SceneSplit;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was noticed in the pictures themselves, the split that would mend it, and a look at what training sees. */
public final class DataCarePane extends VBox {

    private static final int SHOWN = 3;

    private final DataCare care;
    private final Consumer<DataNote> open;
    private final VBox notes = new VBox(6);
    private final Button preview = new Button("See what training sees", new FontIcon("fth-image"));

    /**
     * @param onPreview shows training images as the network will see them
     * @param open shows the image of a note
     */
    public DataCarePane(DataCare care, TrainViewModel model, Runnable onPreview, Consumer<DataNote> open) {
        super(8);
        this.care = care;
        this.open = open;
        preview.setId("see-training");
        preview.setMaxWidth(Double.MAX_VALUE);
        preview.setOnAction(event -> onPreview.run());
        preview.setDisable(!model.dataProperty().get().canTrain());
        model.dataProperty().addListener((o, was, is) -> preview.setDisable(!is.canTrain()));
        care.resultProperty().addListener((o, was, is) -> show(is));
        getChildren().addAll(notes, preview);
        show(care.resultProperty().get());
    }

    private void show(DataCare.Result result) {
        notes.getChildren().clear();
        List<DataNote> leaks = result.leaks().stream().map(DataNote::of).toList();
        leaks.stream().limit(SHOWN).forEach(this::warn);
        if (leaks.size() > SHOWN) {
            warn(DataNote.of("The same holds for " + Words.count(leaks.size() - SHOWN, "more picture") + "."));
        }
        result.offer().ifPresent(this::offer);
        notes.setManaged(!notes.getChildren().isEmpty());
    }

    private void warn(DataNote note) {
        notes.getChildren().add(NoteLine.warning(note, open));
    }

    private void offer(SceneSplit offer) {
        Button split = new Button("Split by scene", new FontIcon("fth-scissors"));
        split.setId("split-by-scene");
        split.setMaxWidth(Double.MAX_VALUE);
        split.setTooltip(new Tooltip("Pictures that look alike and frames of one film stay together, so that the "
                + "scores tell how the model does on fires it has not seen. One undo takes it back."));
        split.setOnAction(event -> care.split());
        long test = offer.count("test");
        Label words = new Label("%s scenes: %s images would train, %s validate%s."
                .formatted(
                        offer.scenes(),
                        offer.count("train"),
                        offer.count("val"),
                        test > 0 ? ", " + test + " test" : ""));
        words.setWrapText(true);
        words.getStyleClass().addAll("text-small", "text-muted");
        notes.getChildren().addAll(split, words);
    }
}
