package io.flamemark.app.train.model;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.host.ActiveRun;
import io.flamemark.host.RunHost;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunHistory;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** A training under way, or waiting for its turn: its worker, what it told, and its place on the status bar. */
final class TrainingInProgress {

    private final RunDirectory directory;
    private final FxTasks tasks;
    private final Consumer<TrainingInProgress> changed;
    private final Consumer<TrainingInProgress> over;
    private final LiveRun live;
    private Optional<Job> shownJob = Optional.empty();
    private Optional<ActiveRun> worker = Optional.empty();
    private boolean waiting;
    private Optional<StopSignal.When> asked = Optional.empty();

    /**
     * @param before what was told of the run before it broke off
     * @param changed called when it has something new to show
     * @param over called once, when the worker has ended and all it told is here
     */
    TrainingInProgress(
            RunDirectory directory,
            RunHistory before,
            FxTasks tasks,
            Consumer<TrainingInProgress> changed,
            Consumer<TrainingInProgress> over) {
        this.directory = directory;
        this.tasks = tasks;
        this.changed = changed;
        this.over = over;
        live = new LiveRun(before, tasks, this::told);
    }

    /** @param next whether it begins at once; else it waits until {@link #begins} */
    void start(TrainingJob job, RunHost host, boolean next) {
        waiting = !next;
        worker = Optional.of(host.start(job, live));
        if (next) {
            begins();
        }
    }

    /** Its turn has come. */
    void begins() {
        waiting = false;
        if (shownJob.isEmpty()) {
            shownJob = Optional.of(tasks.show("Training", () -> stop(StopSignal.When.AFTER_STEP)));
        }
        changed.accept(this);
    }

    /** Looks whether the run goes on in a process that another window began; may take a moment. */
    Optional<ActiveRun> find(RunHost host) throws IOException {
        return host.attach(directory, live);
    }

    /** Takes up what was found. */
    void follow(ActiveRun found) {
        worker = Optional.of(found);
        begins();
    }

    private void told() {
        if (live.exit().isPresent()) {
            shownJob.ifPresent(Job::end);
            over.accept(this);
            return;
        }
        RunProgress progress = RunProgress.of(live.history());
        shownJob.ifPresent(job -> job.at(progress.fraction(), status(progress, phase())));
        changed.accept(this);
    }

    private static String status(RunProgress progress, Phase phase) {
        String timeLeft = progress.timeLeft(phase);
        return timeLeft.isEmpty() ? progress.epoch() : progress.epoch() + ", " + timeLeft;
    }

    /** How many epochs it has told of, -1 before it has begun. */
    int milestone() {
        return live.history().started().isEmpty() ? -1 : live.history().epochs().size();
    }

    ShownRun shown() {
        Verdict verdict =
                live.exit().map(exit -> Verdict.ended(live.history(), exit)).orElseGet(this::verdict);
        return new ShownRun(directory, live.history(), live.revision(), verdict, phase(), live.isSilent());
    }

    private Verdict verdict() {
        if (waiting) {
            return Verdict.waiting();
        }
        return live.revision() == 0 && asked.isEmpty()
                ? Verdict.starting()
                : Verdict.running(live.history(), live.isSilent(), asked, isWatched());
    }

    private Phase phase() {
        if (live.exit().isPresent()) {
            return Phase.OVER;
        }
        Phase training = asked.map(when -> when == StopSignal.When.AFTER_EPOCH ? Phase.LAST_EPOCH : Phase.STOPPING)
                .orElse(Phase.TRAINING);
        return waiting ? Phase.WAITING : training;
    }

    boolean isWaiting() {
        return waiting;
    }

    /** Whether another window holds it, so that it goes on when this one closes. */
    boolean isWatched() {
        return worker.filter(ActiveRun::isWatched).isPresent();
    }

    RunDirectory directory() {
        return directory;
    }

    boolean isOf(RunDirectory other) {
        return directory.equals(other);
    }

    /** @param when {@code NEVER} takes back that it is to stop after the epoch */
    void stop(StopSignal.When when) {
        asked = Optional.of(when).filter(it -> it != StopSignal.When.NEVER);
        worker.ifPresent(it -> it.stop(when));
        changed.accept(this);
    }

    void kill() {
        worker.ifPresent(ActiveRun::kill);
    }

    /** Lets it go on when the window closes. @return whether it can */
    boolean detach(RunHost host) {
        return worker.filter(host::detach).isPresent();
    }
}
