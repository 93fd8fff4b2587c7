package io.flamemark.maskrcnn.train;

import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.train.CheckpointState.Unfinished;
import io.flamemark.maskrcnn.train.Validator.Result;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunLength;
import io.flamemark.run.RunState;
import io.flamemark.run.Scores;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The epochs of one run: steps, validation, checkpoint, until done, stopped or out of patience. Whatever is told of an
 * epoch is told before its checkpoint is written, so that a run killed between the two tells it again and loses
 * nothing.
 */
final class TrainingLoop {

    private static final double NANOS = 1e9;

    /** A prime far above the steps of any run: no step of one seed draws as one of the next. */
    private static final long BETWEEN_SEEDS = 7_368_787;

    /** A crash costs no more than this, however long an epoch is. */
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(10);

    private final TrainingJob job;
    private final MaskRcnn network;
    private final Optimizer optimizer;
    private final Checkpoints checkpoints;
    private final RunImages images;
    private final StopSignal stop;
    private final Consumer<RunEvent> events;
    private final RunConfig config;
    private final RunLength length;
    private final LearningRate rate;
    private final TrainingStep trainingStep;
    private final EpochJudge judge;
    private final PreviewPictures previews;
    private final StepTimer timer = new StepTimer();

    /** Steps done; the state of this loop, together with what is done of the epoch. */
    private int done;

    private Unfinished underWay;
    private long lastCheckpoint = System.nanoTime();

    /** @param from where training stands */
    TrainingLoop(
            TrainingJob job,
            MaskRcnn network,
            Optimizer optimizer,
            Checkpoints checkpoints,
            CheckpointState from,
            RunImages images,
            StopSignal stop,
            Consumer<RunEvent> events) {
        this.job = job;
        this.network = network;
        this.optimizer = optimizer;
        this.checkpoints = checkpoints;
        this.images = images;
        this.stop = stop;
        this.events = events;
        config = job.config();
        length = RunLength.of(config, images.count());
        rate = new LearningRate(config.optimization(), config.tuning(), length.steps());
        trainingStep =
                new TrainingStep(network, optimizer, config.optimization().clipNorm(), images.stages());
        judge = new EpochJudge(from.progress());
        previews = new PreviewPictures(
                job.directory(),
                length.epochs(),
                job.dataset().labels(),
                images.validator().samples());
        done = from.step();
        underWay = from.unfinished().orElse(Unfinished.NOTHING);
    }

    RunEvent.Ended run() throws IOException {
        begin();
        for (int epoch = judge.marks().size() + 1; epoch <= length.epochs(); epoch++) {
            if (!epoch(epoch)) {
                return stoppedInEpoch(epoch);
            }
            if (stop.afterEpoch() && epoch < length.epochs()) {
                return stop.isPause()
                        ? ended(RunState.PAUSED, "Paused after epoch " + epoch + ".")
                        : ended(RunState.STOPPED, "Stopped after epoch " + epoch + ".");
            }
            if (judge.isOutOfPatience(config.validation().patience())) {
                return ended(
                        RunState.FINISHED,
                        "Ended early at epoch " + epoch + ": the validation images brought nothing"
                                + " better since epoch " + judge.bestEpoch() + ".");
            }
        }
        return ended(RunState.FINISHED, "Trained " + length.epochs() + (length.epochs() == 1 ? " epoch." : " epochs."));
    }

    private void begin() {
        boolean resumed = done > 0;
        events.accept(new RunEvent.Started(
                job.directory().id(),
                images.count(),
                images.validator().samples().size(),
                length.epochs(),
                length.stepsPerEpoch(),
                network.parameters().trainableCount()));
        tellLeftOut();
        if (!resumed && images.validator().samples().isEmpty()) {
            warn("There are no validation images, so nothing tells which epoch is the best: the last is kept. Give"
                    + " some images the split \"val\".");
        }
        if (!resumed) {
            ConfigAdvice.about(config, checkpoints.precision(), TorchRuntime.isOnCard())
                    .forEach(events);
        }
    }

    /** @return whether the epoch was completed, rather than stopped */
    private boolean epoch(int epoch) throws IOException {
        long start = System.nanoTime();
        LossBreakdown sum = underWay.sum();
        double before = underWay.seconds();
        while (done < epoch * length.stepsPerEpoch()) {
            sum = sum.plus(step(epoch, done + 1));
            done++;
            underWay = new Unfinished(sum, before + secondsSince(start));
            if (stop.afterStep()) {
                return false;
            }
            if (System.nanoTime() - lastCheckpoint > BETWEEN_CHECKPOINTS.toNanos()) {
                writeCheckpoint(CheckpointState.within(done, judge.marks(), underWay));
            }
        }
        if (!measured(epoch, sum.times(1.0 / length.stepsPerEpoch()), before, start)) {
            underWay = new Unfinished(sum, before + secondsSince(start));
            return false;
        }
        underWay = Unfinished.NOTHING;
        return true;
    }

    private LossBreakdown step(int epoch, int step) throws IOException {
        long start = System.nanoTime();
        double learningRate = rate.at(step);
        // Drawn anew from seed and step, so that a resumed run samples as the uninterrupted one would have.
        Random random = new Random(config.machine().seed() * BETWEEN_SEEDS + step);
        LossBreakdown losses = trainingStep.take(step, images.batches(step), learningRate, random);
        tellLeftOut();
        timer.addStep(secondsSince(start));
        events.accept(new RunEvent.StepMeasured(
                epoch,
                step,
                losses,
                learningRate,
                config.imagesAStep() / timer.secondsAStep(),
                timer.secondsLeft(length.steps() - step, validationsAfter(epoch - 1))));
        return losses;
    }

    /** @return whether the validation came to its end; if not, it begins anew when the run goes on */
    private boolean measured(int epoch, LossBreakdown training, double before, long start) throws IOException {
        Optional<Result> result = Optional.empty();
        if (isValidated(epoch)) {
            long validation = System.nanoTime();
            result = images.validator().judge(network, stop::afterStep);
            if (stop.afterStep()) {
                return false;
            }
            result.flatMap(it -> previews.write(epoch, it.found())).ifPresent(this::warn);
            tellLeftOut();
            timer.addValidation(secondsSince(validation));
        }
        EpochMark mark = judge.add(epoch, training, result);
        if (mark.best()) {
            ModelFiles.write(job, network.parameters(), epoch, mark.scores());
        }
        events.accept(new RunEvent.EpochMeasured(
                epoch, done, training, mark.validation(), mark.scores(), mark.best(), before + secondsSince(start)));
        judge.overfittingNotice().ifPresent(events);
        Path written = writeCheckpoint(CheckpointState.between(done, judge.marks()));
        String path = job.directory().root().relativize(written).toString();
        events.accept(new RunEvent.CheckpointWritten(epoch, path.replace('\\', '/'), mark.best()));
        return true;
    }

    private Path writeCheckpoint(CheckpointState state) throws IOException {
        Path written = checkpoints.write(network.parameters(), optimizer, state, judge.bestEpoch());
        lastCheckpoint = System.nanoTime();
        return written;
    }

    private void tellLeftOut() {
        images.leftOut().forEach(this::warn);
    }

    private void warn(String text) {
        events.accept(new RunEvent.Notice(RunEvent.Level.WARNING, text));
    }

    private boolean isValidated(int epoch) {
        return !images.validator().samples().isEmpty()
                && (epoch % config.validation().everyEpochs() == 0 || epoch == length.epochs());
    }

    private int validationsAfter(int epoch) {
        int every = config.validation().everyEpochs();
        return images.validator().samples().isEmpty() ? 0 : length.epochs() / every - epoch / every;
    }

    /** The unfinished epoch is not judged; only when it is the first is its network better than none. */
    private RunEvent.Ended stoppedInEpoch(int epoch) throws IOException {
        if (judge.bestEpoch() == 0) {
            ModelFiles.write(job, network.parameters(), epoch, Optional.empty());
        }
        writeCheckpoint(CheckpointState.within(done, judge.marks(), underWay));
        return stop.isPause()
                ? ended(RunState.PAUSED, "Paused in epoch " + epoch + ", after step " + done + ".")
                : ended(RunState.STOPPED, "Stopped in epoch " + epoch + ", after step " + done + ".");
    }

    private RunEvent.Ended ended(RunState state, String what) {
        String best = judge.best()
                .map(mark -> mark.scores()
                        .map(scores -> " The best is epoch " + mark.epoch() + inWords(scores) + ".")
                        .orElse(" Epoch " + mark.epoch() + " is kept; none was validated."))
                .orElse(" No epoch was completed; the network is kept as it stood.");
        RunEvent.Ended event = new RunEvent.Ended(state, what + best, judge.bestEpoch());
        events.accept(event);
        return event;
    }

    private static String inWords(Scores scores) {
        return scores.isMeasured()
                ? String.format(
                        Locale.ROOT,
                        ": mask AP50 %.3f, mean IoU %.3f on the validation images",
                        scores.maskAp50(),
                        Math.max(0, scores.meanIou()))
                : "";
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / NANOS;
    }
}
