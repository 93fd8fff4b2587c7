package io.flamemark.app.train.dashboard;

import io.flamemark.app.command.SafeFocus;
import io.flamemark.app.train.model.ShownRun;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.app.train.model.Verdict;
import io.flamemark.run.RunDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the charts: what to know about a run, how far it is, and how to end it or look at what it made. */
final class RunHeader extends VBox {

    private static final double GAP = 10;

    private final Label title = new Label();
    private final Label text = new Label();
    private final Label run = new Label();
    private final FontIcon icon = new FontIcon("fth-activity");
    private final ProgressLine progress;
    private final Button look = new Button("Use this model", new FontIcon("fth-eye"));
    private final RunActions actions;
    private final Consumer<RunDirectory> inspect;
    private final Function<RunDirectory, String> names;
    private Verdict.Tone shownTone;

    /** @param compare compares the model of a run with the one before */
    RunHeader(TrainViewModel model, Consumer<RunDirectory> inspect, Consumer<RunDirectory> compare) {
        super(8);
        this.inspect = inspect;
        actions = new RunActions(model, compare, this);
        getStyleClass().add("run-header");
        title.setId("run-title");
        title.getStyleClass().add("title-4");
        title.setMinWidth(Region.USE_PREF_SIZE);
        text.setId("run-text");
        text.setWrapText(true);
        run.getStyleClass().addAll("text-small", "text-muted");
        names = model::nameOf;
        look.setId("look-button");
        look.setMinWidth(USE_PREF_SIZE);
        look.managedProperty().bind(look.visibleProperty());
        SafeFocus.keep(look, this);
        progress = new ProgressLine(model, this);
        getChildren().addAll(headLine(), progress, text);
    }

    /** The buttons at the right end, or on a line of their own where there is no room beside the title. */
    private FlowPane headLine() {
        HBox told = new HBox(GAP, icon, title, run);
        told.setAlignment(Pos.CENTER_LEFT);
        told.setMinHeight(ProgressLine.BUTTON_HEIGHT);
        HBox buttons = new HBox(GAP, actions, look);
        FlowPane line = new FlowPane(GAP, GAP, told, buttons);
        line.setMinWidth(0);
        // The width that the buttons will have: the one they had belongs to what was shown before.
        List<Observable> asked = new ArrayList<>(List.of(line.widthProperty(), title.textProperty()));
        Stream.concat(actions.getChildren().stream(), buttons.getChildren().stream())
                .forEach(button -> asked.add(button.visibleProperty()));
        told.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> {
                            double beside = line.getWidth() - buttons.prefWidth(-1) - GAP - 1;
                            return beside >= told.minWidth(-1) ? beside : line.getWidth();
                        },
                        asked.toArray(Observable[]::new)));
        return line;
    }

    void show(ShownRun shown) {
        Verdict verdict = shown.verdict();
        title.setText(verdict.title());
        text.setText(verdict.text());
        text.setManaged(!verdict.text().isEmpty());
        run.setText(names.apply(shown.directory()));
        showTone(verdict.tone());
        progress.show(shown);
        look.setVisible(shown.hasModel());
        // After a crash the way on comes first, not the model of the epochs before it.
        if (shown.live() || verdict.tone() == Verdict.Tone.BAD) {
            look.getStyleClass().remove("accent");
        } else if (!look.getStyleClass().contains("accent")) {
            look.getStyleClass().add("accent");
        }
        look.setOnAction(event -> inspect.accept(shown.directory()));
    }

    /** Only where it changed: each change of a style class has everything below styled anew, ten times a second. */
    private void showTone(Verdict.Tone tone) {
        if (tone != shownTone) {
            shownTone = tone;
            icon.setIconLiteral(iconOf(tone));
            getStyleClass().removeAll("good", "warning", "bad", "neutral");
            getStyleClass().add(tone.name().toLowerCase(Locale.ROOT));
        }
    }

    private static String iconOf(Verdict.Tone tone) {
        return switch (tone) {
            case NEUTRAL -> "fth-activity";
            case GOOD -> "fth-check-circle";
            case WARNING -> "fth-alert-triangle";
            case BAD -> "fth-x-circle";
        };
    }
}
