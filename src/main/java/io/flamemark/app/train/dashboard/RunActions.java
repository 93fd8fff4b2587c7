package io.flamemark.app.train.dashboard;

import io.flamemark.app.command.SafeFocus;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.app.train.model.Words;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunState;
import io.flamemark.run.RunSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a run that is over can go on: where it broke off, for longer, or anew on all the labels there are by now. */
final class RunActions extends HBox {

    private static final int SOME_EPOCHS = 10;

    private final TrainViewModel model;
    private final Consumer<RunDirectory> compare;
    private final Button lighter = new Button("Train again with less memory", new FontIcon("fth-minimize-2"));
    private final Button resume = new Button("Resume", new FontIcon("fth-play"));
    private final MenuButton improve = new MenuButton("Improve", new FontIcon("fth-trending-up"));
    private final MenuItem longer = new MenuItem();
    private final MenuItem smaller = new MenuItem("Train again with less memory");
    private final MenuItem asItWas = new MenuItem("Resume all the same");
    private final MenuItem again = new MenuItem("Train again on all labels");
    private final MenuItem side = new MenuItem("Compare with the earlier model");
    private final MenuItem warm = new MenuItem("Train again, starting from this model");

    /**
     * @param compare compares the model of a run with the one before
     * @param harmless takes the keyboard when a run was let go on
     */
    RunActions(TrainViewModel model, Consumer<RunDirectory> compare, Node harmless) {
        super(10);
        this.compare = compare;
        this.model = model;
        resume.setId("resume-button");
        resume.setTooltip(new Tooltip("Goes on where the run broke off, in its own folder and with its own data"));
        improve.setId("improve-button");
        improve.setTooltip(new Tooltip("After corrections: learn from all labels as they are now"));
        longer.setId("train-longer");
        again.setId("train-again");
        warm.setId("train-warm");
        side.setId("compare-earlier");
        smaller.setId("train-smaller");
        lighter.setId("train-lighter");
        lighter.getStyleClass().add("accent");
        lighter.setTooltip(new Tooltip("Begins anew, with the next smaller setting"));
        SeparatorMenuItem line = new SeparatorMenuItem();
        line.visibleProperty().bind(side.visibleProperty());
        improve.getItems().setAll(smaller, asItWas, again, warm, longer, line, side);
        for (ButtonBase button : List.of(lighter, resume, improve)) {
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
            SafeFocus.keep(button, harmless);
        }
        disableProperty().bind(model.preparingProperty());
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(Bindings.or(resume.visibleProperty(), improve.visibleProperty()));
        getChildren().setAll(lighter, resume, improve);
        model.runs().addListener((ListChangeListener<RunSummary>) change -> offer());
        model.shownProperty().addListener((o, was, is) -> offer());
        offer();
    }

    private void offer() {
        Optional<RunSummary> run = Optional.ofNullable(model.shownProperty().get())
                .filter(shown -> !shown.live())
                .flatMap(shown -> listed(shown.directory()))
                .filter(listed -> listed.status().state().isOver());
        boolean canGoOn = run.filter(RunSummary::canGoOn).isPresent();
        lighter.setVisible(
                run.filter(it -> failed(it) && lackedMemory() && !didAnEpoch()).isPresent());
        // What lacked memory would lack it again.
        resume.setVisible(canGoOn && !lighter.isVisible());
        asItWas.setVisible(canGoOn && lighter.isVisible());
        improve.setVisible(run.filter(it -> it.hasModel() || failed(it)).isPresent());
        run.ifPresent(this::offer);
    }

    /** What had memory enough for an epoch will have it again, unless other programs take it. */
    private boolean didAnEpoch() {
        return !model.shownProperty().get().history().epochs().isEmpty();
    }

    private boolean lackedMemory() {
        return model.shownProperty()
                .get()
                .history()
                .ended()
                .flatMap(RunEvent.Ended::lack)
                .filter(RunEvent.Lack.MEMORY::equals)
                .isPresent();
    }

    /** Memory may have been short without anybody noticing; without a model there is nothing else to be done with it. */
    private static boolean failed(RunSummary run) {
        return !run.isDamaged() && run.status().state() == RunState.FAILED;
    }

    private void offer(RunSummary run) {
        RunDirectory directory = run.directory();
        int epochs = run.status().epochs() + Math.max(SOME_EPOCHS, run.status().epochs() / 2);
        resume.setOnAction(event -> model.resume(directory));
        resume.getStyleClass().remove("accent");
        if (failed(run)) {
            resume.getStyleClass().add("accent");
        }
        asItWas.setOnAction(event -> model.resume(directory));
        smaller.setVisible(failed(run) && !lighter.isVisible());
        warm.setVisible(run.hasModel());
        side.setVisible(run.hasModel());
        smaller.setOnAction(event -> model.trainSmaller(directory));
        lighter.setOnAction(event -> model.trainSmaller(directory));
        again.setOnAction(event -> model.improve(directory, false));
        warm.setOnAction(event -> model.improve(directory, true));
        side.setOnAction(event -> compare.accept(directory));
        side.setDisable(model.runs().stream().filter(RunSummary::hasModel).count() < 2);
        longer.setVisible(!run.isDamaged() && run.hasModel());
        longer.setText("Train this run longer, to " + Words.count(epochs, "epoch"));
        longer.setOnAction(event -> model.extend(directory, epochs));
    }

    private Optional<RunSummary> listed(RunDirectory directory) {
        List<RunSummary> runs = model.runs();
        return runs.stream().filter(run -> run.directory().equals(directory)).findFirst();
    }
}
