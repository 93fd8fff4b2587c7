package io.flamemark.app.train.dashboard;

import io.flamemark.app.command.SafeFocus;
import io.flamemark.app.train.model.Phase;
import io.flamemark.app.train.model.RunProgress;
import io.flamemark.app.train.model.ShownRun;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.StopSignal;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * How far a run is, and how to end it. A run ends when it likes: so no other button ever comes to the place of these,
 * where somebody may be about to click.
 */
final class ProgressLine extends HBox {

    /** Lines are as high without their buttons, so that nothing moves when one comes or goes. */
    static final double BUTTON_HEIGHT = 36;

    private static final double WIDTH_WITH_STEP = 680;
    private static final double WIDTH_WITH_SPEED = 780;

    /** A worker that was asked to stop ends its step and writes a checkpoint before it may be called stuck. */
    private static final Duration PATIENCE = Duration.seconds(15);

    private final ProgressBar bar = new ProgressBar();
    private final Label epoch = new Label();
    private final Label step = new Label();
    private final Label timeLeft = new Label();
    private final Label speed = new Label();
    private final SplitMenuButton stop = new SplitMenuButton();
    private final MenuItem afterEpoch = new MenuItem();
    private final Button force = new Button("End by force");
    private final Button takeOut = new Button("Take out of the queue", new FontIcon("fth-x"));
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final Consumer<RunDirectory> takingOut;
    private final Consumer<StopSignal.When> stopping;

    /** @param harmless takes the keyboard when a button goes */
    ProgressLine(TrainViewModel model, Node harmless) {
        super(12);
        takingOut = model::takeOut;
        stopping = model::stop;
        patience.setOnFinished(event -> force.setVisible(true));
        setAlignment(Pos.CENTER_LEFT);
        setMinSize(0, BUTTON_HEIGHT);
        buildFigures();
        buildStop();
        force.setId("force-button");
        force.getStyleClass().add("danger");
        force.setOnAction(event -> model.kill());
        force.setTooltip(new Tooltip("Ends the process at once; the last checkpoint stays"));
        takeOut.setId("take-out-button");
        for (Region button : new Region[] {stop, force, takeOut}) {
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
            SafeFocus.keep(button, harmless);
        }
        getChildren().addAll(takeOut, epoch, bar, step, timeLeft, speed, force, stop);
    }

    private void buildFigures() {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("run-progress");
        bar.managedProperty().bind(bar.visibleProperty());
        HBox.setHgrow(bar, Priority.ALWAYS);
        epoch.getStyleClass().add("text-bold");
        epoch.setId("run-epoch");
        step.getStyleClass().add("text-muted");
        speed.getStyleClass().add("text-muted");
        speed.setId("run-speed");
        for (Label label : new Label[] {epoch, step, timeLeft, speed}) {
            label.setMinWidth(USE_PREF_SIZE);
            label.managedProperty().bind(label.visibleProperty());
        }
        for (Label label : new Label[] {epoch, timeLeft}) {
            label.visibleProperty().bind(label.textProperty().isNotEmpty());
        }
        showWhereThereIsRoom(step, WIDTH_WITH_STEP);
        showWhereThereIsRoom(speed, WIDTH_WITH_SPEED);
    }

    /** A narrow window keeps what matters, and all of the buttons. */
    private void showWhereThereIsRoom(Label label, double width) {
        label.visibleProperty()
                .bind(label.textProperty().isNotEmpty().and(widthProperty().greaterThan(width)));
    }

    private void buildStop() {
        stop.setId("stop-button");
        stop.setText("Stop and keep the best");
        stop.setGraphic(new FontIcon("fth-square"));
        stop.setOnAction(event -> stopping.accept(StopSignal.When.AFTER_STEP));
        MenuItem now = new MenuItem("Now");
        now.setOnAction(event -> stopping.accept(StopSignal.When.AFTER_STEP));
        afterEpoch.setId("stop-after-epoch");
        MenuItem pause = new MenuItem("Pause, to resume later");
        pause.setId("pause");
        pause.setOnAction(event -> stopping.accept(StopSignal.When.PAUSE));
        stop.getItems().addAll(now, afterEpoch, pause);
    }

    void show(ShownRun shown) {
        RunProgress now = RunProgress.of(shown.history());
        boolean trains = shown.live() && shown.phase() != Phase.WAITING;
        bar.setVisible(trains || !now.step().isEmpty());
        bar.setProgress(now.fraction());
        epoch.setText(now.epoch());
        step.setText(now.step());
        timeLeft.setText(now.timeLeft(shown.phase()));
        speed.setText(trains ? now.speed() : "");
        showEnds(shown, trains);
    }

    private void showEnds(ShownRun shown, boolean trains) {
        Phase phase = shown.phase();
        takeOut.setVisible(phase == Phase.WAITING);
        takeOut.setOnAction(event -> takingOut.accept(shown.directory()));
        stop.setVisible(trains);
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
}
