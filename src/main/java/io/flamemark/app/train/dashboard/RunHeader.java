package io.flamemark.app.train.dashboard;

import io.flamemark.app.command.SafeFocus;
import io.flamemark.app.train.model.Phase;
import io.flamemark.app.train.model.RunProgress;
import io.flamemark.app.train.model.ShownRun;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.app.train.model.Verdict;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.StopSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the charts: how far the run is, what to know about it, and how to end it or look at what it made. */
final class RunHeader extends VBox {

    /** A worker that was asked to stop ends its step and writes a checkpoint before it may be called stuck. */
    private static final Duration PATIENCE = Duration.seconds(15);

    private static final double GAP = 10;
    private static final double LINE_HEIGHT = 20;

    private final Label title = new Label();
    private final Label text = new Label();
    private final Label run = new Label();
    private final FontIcon icon = new FontIcon("fth-activity");
    private final ProgressBar bar = new ProgressBar();
    private final Label epoch = new Label();
    private final Label step = new Label();
    private final Label timeLeft = new Label();
    private final Label speed = new Label();
    private final HBox progress;
    private final SplitMenuButton stop = new SplitMenuButton();
    private final MenuItem afterEpoch = new MenuItem();
    private final Button force = new Button("End by force");
    private final Button takeOut = new Button("Take out of the queue", new FontIcon("fth-x"));
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final Button look = new Button("Use this model", new FontIcon("fth-eye"));
    private final RunActions actions;
    private final Consumer<RunDirectory> inspect;
    private final Consumer<RunDirectory> takingOut;
    private final Consumer<StopSignal.When> stopping;
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
        takingOut = model::takeOut;
        stopping = model::stop;
        names = model::nameOf;
        patience.setOnFinished(event -> force.setVisible(true));
        buildButtons(model);
        progress = progressLine();
        getChildren().addAll(headLine(), progress, text);
    }

    private void buildButtons(TrainViewModel model) {
        stop.setId("stop-button");
        stop.setText("Stop and keep the best");
        stop.setGraphic(new FontIcon("fth-square"));
        stop.setOnAction(event -> model.stop(StopSignal.When.AFTER_STEP));
        MenuItem now = new MenuItem("Now");
        now.setOnAction(event -> model.stop(StopSignal.When.AFTER_STEP));
        afterEpoch.setId("stop-after-epoch");
        MenuItem pause = new MenuItem("Pause, to resume later");
        pause.setId("pause");
        pause.setOnAction(event -> model.stop(StopSignal.When.PAUSE));
        stop.getItems().addAll(now, afterEpoch, pause);
        force.setId("force-button");
        force.getStyleClass().add("danger");
        force.setOnAction(event -> model.kill());
        force.setTooltip(new Tooltip("Ends the process at once; the last checkpoint stays"));
        takeOut.setId("take-out-button");
        look.setId("look-button");
        for (Region button : new Region[] {stop, force, takeOut, look}) {
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
            SafeFocus.keep(button, this);
        }
    }

    /** The buttons at the right end, or on a line of their own where there is no room beside the title. */
    private FlowPane headLine() {
        HBox told = new HBox(GAP, icon, title, run);
        told.setAlignment(Pos.CENTER_LEFT);
        HBox buttons = new HBox(GAP, actions, look, stop, takeOut, force);
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

    private HBox progressLine() {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("run-progress");
        HBox.setHgrow(bar, Priority.ALWAYS);
        epoch.getStyleClass().add("text-bold");
        step.getStyleClass().add("text-muted");
        speed.getStyleClass().add("text-muted");
        HBox line = new HBox(12, epoch, bar, step, timeLeft, speed);
        line.setAlignment(Pos.CENTER_LEFT);
        // Before the first step there are no words yet: they must not move the charts when they come.
        line.setMinHeight(LINE_HEIGHT);
        for (Label label : new Label[] {epoch, step, timeLeft, speed}) {
            label.setMinWidth(USE_PREF_SIZE);
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    void show(ShownRun shown) {
        Verdict verdict = shown.verdict();
        title.setText(verdict.title());
        text.setText(verdict.text());
        text.setManaged(!verdict.text().isEmpty());
        run.setText(names.apply(shown.directory()));
        showTone(verdict.tone());
        showProgress(shown);
        showEnds(shown);
        look.setVisible(shown.hasModel());
        // After a crash the way on comes first, not the model of the epochs before it.
        if (shown.live() || verdict.tone() == Verdict.Tone.BAD) {
            look.getStyleClass().remove("accent");
        } else if (!look.getStyleClass().contains("accent")) {
            look.getStyleClass().add("accent");
        }
        look.setOnAction(event -> inspect.accept(shown.directory()));
    }

    private void showEnds(ShownRun shown) {
        Phase phase = shown.phase();
        takeOut.setVisible(phase == Phase.WAITING);
        takeOut.setOnAction(event -> takingOut.accept(shown.directory()));
        stop.setVisible(shown.live() && phase != Phase.WAITING);
        stop.setDisable(phase == Phase.STOPPING);
        afterEpoch.setText(phase == Phase.LAST_EPOCH ? "Go on after this epoch" : "After this epoch");
        afterEpoch.setOnAction(event ->
                stopping.accept(phase == Phase.LAST_EPOCH ? StopSignal.When.NEVER : StopSignal.When.AFTER_EPOCH));
        if (phase != Phase.STOPPING) {
            patience.stop();
            force.setVisible(shown.silent());
        } else if (shown.silent()) {
            force.setVisible(true);
        } else if (patience.getStatus() != Animation.Status.RUNNING && !force.isVisible()) {
            patience.playFromStart();
        }
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

    private void showProgress(ShownRun shown) {
        RunProgress now = RunProgress.of(shown.history());
        progress.setVisible(shown.live() && shown.phase() != Phase.WAITING);
        bar.setProgress(now.fraction());
        epoch.setText(now.epoch());
        step.setText(now.step());
        timeLeft.setText(now.timeLeft(shown.phase()));
        speed.setText(now.speed());
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
