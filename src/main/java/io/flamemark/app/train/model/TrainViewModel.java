package io.flamemark.app.train.model;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.model.Preparation.Prepared;
import io.flamemark.app.train.model.TrainingFiles.Data;
import io.flamemark.host.RunHost;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunSummary;
import io.flamemark.run.StopSignal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;

/**
 * The state of the Train workspace and what can be done with it; knows no control. For the window's thread.
 */
public final class TrainViewModel {

    private final Consumer<Runnable> saveFirst;
    private final TrainingSource source;
    private final Setup setup = new Setup();
    private final Display display;
    private final RunsBeside beside;
    private final Trainings trainings;
    private final Preparation preparation;
    private final RunsWatch watch;
    private final SpeedCheck speedCheck;
    private final ReadOnlyBooleanWrapper training = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Set<RunDirectory> listed = new HashSet<>();
    private int listedMilestone;

    /**
     * @param project the files of the project as it is now on the screen, empty while none is open
     * @param saveFirst saves unsaved annotations and then, only if that went well, does what it is given
     */
    public TrainViewModel(
            Supplier<Optional<TrainingFiles>> project, Consumer<Runnable> saveFirst, RunHost host, FxTasks tasks) {
        this.saveFirst = saveFirst;
        source = new TrainingSource(project, tasks, problem::set);
        display = new Display(project, tasks, problem::set);
        beside = new RunsBeside(project, tasks, problem::set);
        trainings = new Trainings(host, tasks, this::liveChanged, this::over);
        preparation = new Preparation(project, tasks, problem::set, this::launch);
        watch = new RunsWatch(project, tasks, source::refreshRuns);
        source.onData(setup::offer);
        speedCheck = new SpeedCheck(project, host, tasks, problem::set, source::refresh);
        source.onRuns(this::runsRead);
    }

    /** Says while a project is being opened, so that none being open means nothing yet. */
    public void whileOpening(ObservableBooleanValue opening) {
        source.whileOpening(opening);
    }

    /** What there is to learn from. */
    public ReadOnlyObjectProperty<DataSummary> dataProperty() {
        return source.summaryProperty();
    }

    /** The data as last read; empty until then. */
    public Optional<Data> data() {
        return source.data();
    }

    /** How the next training is set up. */
    public Setup setup() {
        return setup;
    }

    /** Measures how fast this machine is. */
    public SpeedCheck speedCheck() {
        return speedCheck;
    }

    /** The run whose charts are on display; null for none. Set anew whenever it has something new to show. */
    public ReadOnlyObjectProperty<ShownRun> shownProperty() {
        return display.shownProperty();
    }

    /** The runs drawn beside the one on display. */
    public RunsBeside beside() {
        return beside;
    }

    /** Whether a start is being prepared. */
    public ReadOnlyBooleanProperty preparingProperty() {
        return preparation.busyProperty();
    }

    /** Whether a training is under way. */
    public ReadOnlyBooleanProperty trainingProperty() {
        return training.getReadOnlyProperty();
    }

    /** Why the last thing asked for could not be done, a sentence; empty when all is well. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The runs beside the project, newest first. */
    public ObservableList<RunSummary> runs() {
        return source.runs();
    }

    /** What a run is called: as a person named it, or by its directory. */
    public String nameOf(RunDirectory run) {
        return source.nameOf(run);
    }

    /** Whether the runs of a project just opened are still being read, so that an empty list means nothing yet. */
    public ReadOnlyBooleanProperty readingRunsProperty() {
        return source.readingRunsProperty();
    }

    /** Another project was opened: a run of the last one leaves the display, unless it is still training. */
    public void projectOpened() {
        setup.forget();
        display.leaveReplay();
        source.forget();
        beside.show(List.of());
        if (trainings.current().isEmpty()) {
            display.clear();
        }
        refresh();
    }

    /** Looks again at the project and its runs. */
    public void refresh() {
        source.refresh();
    }

    /** Whether somebody looks: then runs of other windows and of commands are noticed within seconds. */
    public void watch(boolean looking) {
        if (looking) {
            watch.start();
        } else {
            watch.stop();
        }
    }

    private void runsRead() {
        Set<RunDirectory> now = runs().stream().map(RunSummary::directory).collect(Collectors.toSet());
        listed.removeAll(now);
        leave(listed);
        listed.clear();
        listed.addAll(now);
        display.refresh(runs());
        trainings.attach(runs(), this::showNewest);
    }

    /** Runs that were put into the bin, or taken away by somebody else, are no longer on display. */
    private void leave(Set<RunDirectory> gone) {
        ShownRun shown = shownProperty().get();
        if (shown != null && !shown.live() && gone.contains(shown.directory())) {
            beside.show(List.of());
            display.clear();
        } else if (beside.runs().stream().map(ShownRun::directory).anyMatch(gone::contains)) {
            beside.show(List.of());
        }
    }

    /** What trains now goes before; see {@link #liveChanged}. */
    private void showNewest() {
        if (display.isEmpty() && trainings.current().isEmpty() && !runs().isEmpty()) {
            show(runs().get(0));
        }
    }

    /** Saves, freezes the data into a new run and starts it, or lets it wait for the one that is training. */
    public void start() {
        problem.set("");
        setup.settle()
                .ifPresent(wanted -> saveFirst.accept(() -> preparation.begin(files -> {
                    Data fresh = Preparation.fresh(files);
                    return Prepared.anew(files.freeze(wanted.apply(fresh), fresh.dataset()));
                })));
    }

    /**
     * Saves, and trains anew on all labels as they are now with the settings of an earlier run.
     *
     * @param warm to start from the earlier model instead of from where that started
     */
    public void improve(RunDirectory earlier, boolean warm) {
        problem.set("");
        saveFirst.accept(() -> preparation.begin(files -> Prepared.anew(
                files.again(earlier, warm, Preparation.fresh(files).dataset()))));
    }

    /** Trains anew with the settings of an earlier run made smaller, for when memory was short. */
    public void trainSmaller(RunDirectory earlier) {
        saveFirst.accept(() -> preparation.begin(files ->
                Prepared.anew(files.smaller(earlier, Preparation.fresh(files).dataset()))));
    }

    /** Lets a run that broke off go on. */
    public void resume(RunDirectory run) {
        preparation.begin(files -> new Prepared(files.resume(run), files.history(run)));
    }

    /** Lets a run go on to so many epochs in all. */
    public void extend(RunDirectory run, int epochs) {
        preparation.begin(files -> new Prepared(files.extend(run, epochs), files.history(run)));
    }

    private void launch(Prepared prepared) {
        speedCheck.giveWay();
        beside.show(List.of());
        try {
            display.show(trainings.start(prepared.job(), prepared.before()));
        } catch (RuntimeException e) {
            problem.set("Training could not start. " + e.getMessage());
        }
        training.set(trainings.current().isPresent());
        source.refreshRuns();
    }

    private void liveChanged(TrainingInProgress one) {
        boolean begun = !training.get();
        training.set(true);
        if (begun || one.milestone() != listedMilestone) {
            listedMilestone = one.milestone();
            source.refreshRuns();
        }
        if (display.isEmpty()) {
            display.show(one);
        } else {
            display.follow(one);
        }
    }

    private void over(TrainingInProgress one) {
        training.set(trainings.current().isPresent());
        display.follow(one);
        source.refreshRuns();
    }

    /** Those that wait for the training under way to end, the next one first. */
    public ReadOnlyObjectProperty<List<RunDirectory>> waitingProperty() {
        return trainings.waitingProperty();
    }

    /** Whether a training is under way that would end with this window; one that another window holds would not. */
    public boolean holdsTraining() {
        return trainings.current().filter(it -> !it.isWatched()).isPresent();
    }

    /** Lets the training under way go on when the window closes. @return whether it can */
    public boolean detach() {
        return trainings.detach();
    }

    /** Puts the run that is training now on display. */
    public void showLive() {
        trainings.current().ifPresent(display::show);
    }

    /** Puts a run on display, alone: what it tells now, or its log where it is over. */
    public void show(RunSummary entry) {
        beside.show(List.of());
        trainings.of(entry.directory()).ifPresentOrElse(display::show, () -> display.replay(entry));
    }

    /** Asks the run on display to end, or, where that is an earlier one, the run in training; the best epoch is kept. */
    public void stop(StopSignal.When when) {
        liveOne().ifPresent(it -> it.stop(when));
    }

    /** Takes a run that waits out of the queue; it can be started by resuming it. */
    public void takeOut(RunDirectory waiting) {
        trainings.of(waiting).ifPresent(it -> it.stop(StopSignal.When.AFTER_STEP));
    }

    /** Ends a run by force, for when it no longer answers. */
    public void kill() {
        liveOne().ifPresent(TrainingInProgress::kill);
    }

    private Optional<TrainingInProgress> liveOne() {
        return Optional.ofNullable(shownProperty().get())
                .flatMap(it -> trainings.of(it.directory()))
                .or(trainings::current);
    }
}
