package io.flamemark.app.train;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.host.ActiveRun;
import io.flamemark.host.RunHost;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;

/** The one training that may be under way: its worker, what it told, and its place on the status bar. */
final class TrainingInProgress {

    private final TrainingJob job;
    private final FxTasks tasks;
    private final Runnable changed;
    private final Runnable over;
    private final LiveRun live;
    private Job shownJob;
    private ActiveRun worker;
    private boolean stopping;

    /**
     * @param changed called when it has something new to show
     * @param over called once, when the worker has ended and all it told is here
     */
    TrainingInProgress(TrainingJob job, FxTasks tasks, Runnable changed, Runnable over) {
        this.job = job;
        this.tasks = tasks;
        this.changed = changed;
        this.over = over;
        live = new LiveRun(tasks, this::told);
    }

    void start(RunHost host) {
        worker = host.start(job, live);
        shownJob = tasks.show("Training", () -> stop(StopSignal.When.AFTER_STEP));
    }

    private void told() {
        if (live.exit().isPresent()) {
            if (shownJob != null) {
                shownJob.end();
            }
            over.run();
            return;
        }
        if (shownJob != null) {
            RunProgress progress = RunProgress.of(live.history());
            shownJob.at(progress.fraction(), status(progress));
        }
        changed.run();
    }

    private static String status(RunProgress progress) {
        return progress.timeLeft().isEmpty() ? progress.epoch() : progress.epoch() + ", " + progress.timeLeft();
    }

    /** How many epochs it has told of, -1 before it has begun. */
    int milestone() {
        return live.history().started().isEmpty() ? -1 : live.history().epochs().size();
    }

    ShownRun shown() {
        Verdict verdict = live.exit()
                .map(exit -> Verdict.ended(live.history(), exit))
                .orElseGet(() -> Verdict.running(live.history(), live.isSilent(), stopping));
        boolean training = live.exit().isEmpty();
        return new ShownRun(
                job.directory(), live.history(), live.revision(), verdict, training, stopping, live.isSilent());
    }

    boolean isOf(RunDirectory directory) {
        return job.directory().equals(directory);
    }

    void stop(StopSignal.When when) {
        stopping = true;
        worker.stop(when);
        changed.run();
    }

    void kill() {
        worker.kill();
    }
}
