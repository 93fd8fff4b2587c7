package io.flamemark.maskrcnn.train;

import io.flamemark.dataset.Sample;
import io.flamemark.maskrcnn.DetectionTransform;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.train.Validator.Result;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunState;
import io.flamemark.run.Scores;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingException;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The epochs of one run: steps, validation, checkpoint, until done, stopped or out of patience. */
final class TrainingLoop implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final TrainingJob job;
    private final MaskRcnn network;
    private final Optimizer optimizer;
    private final Checkpoints checkpoints;
    private final StopSignal stop;
    private final Consumer<RunEvent> events;
    private final int images;
    private final SampleCache trainingImages;
    private final SampleCache validationImages;
    private final BatchLoader loader;
    private final Validator validator;
    private final EpochJudge judge;
    private final LearningRate rate;
    private final StepTimer timer = new StepTimer();
    private final int epochs;
    private final int stepsPerEpoch;
    private final int firstEpoch;

    TrainingLoop(
            TrainingJob job,
            MaskRcnn network,
            Optimizer optimizer,
            Checkpoints checkpoints,
            Optional<CheckpointState> resumed,
            StopSignal stop,
            Consumer<RunEvent> events) {
        this.job = job;
        this.network = network;
        this.optimizer = optimizer;
        this.checkpoints = checkpoints;
        this.stop = stop;
        this.events = events;
        RunConfig config = job.config();
        DetectionTransform transform = new DetectionTransform(
                config.network().minSize(), config.network().maxSize());
        trainingImages = new SampleCache(2 * transform.minSize(), "training images");
        List<Sample> training = readableTraining();
        images = training.size();
        int batchSize = config.optimization().batchSize();
        epochs = config.optimization().epochs();
        stepsPerEpoch = config.optimization().stepsPerEpoch() > 0
                ? config.optimization().stepsPerEpoch()
                : (images + batchSize - 1) / batchSize;
        firstEpoch = resumed.map(CheckpointState::epoch).orElse(0) + 1;
        judge = new EpochJudge(resumed.map(CheckpointState::progress).orElse(List.of()));
        rate = LearningRate.of(config.optimization(), epochs * stepsPerEpoch);
        Augmenter augmenter = new Augmenter(config.augmenting(), transform);
        validationImages = new SampleCache(transform.minSize(), "validation images");
        validator = new Validator(validationImages.readable(job.dataset().validation()), validationImages, augmenter);
        loader = new BatchLoader(training, batchSize, config.machine().seed(), trainingImages, augmenter);
    }

    private List<Sample> readableTraining() {
        List<Sample> readable = trainingImages.readable(job.dataset().train());
        if (readable.isEmpty()) {
            throw new TrainingException("There is no training image that can be read. "
                    + trainingImages.leftOut().get(0));
        }
        return readable;
    }

    RunEvent.Ended run() throws IOException {
        events.accept(new RunEvent.Started(
                job.directory().id(),
                images,
                validator.samples().size(),
                epochs,
                stepsPerEpoch,
                network.parameters().trainableCount()));
        tellLeftOut();
        if (validator.samples().isEmpty()) {
            events.accept(new RunEvent.Notice(
                    RunEvent.Level.WARNING,
                    "There are no validation images, so nothing tells which epoch is the best: the last is kept. Give"
                            + " some images the split \"val\"."));
        }
        for (int epoch = firstEpoch; epoch <= epochs; epoch++) {
            if (!epoch(epoch)) {
                return stoppedInEpoch(epoch);
            }
            if (stop.afterEpoch() && epoch < epochs) {
                return ended(RunState.STOPPED, "Stopped after epoch " + epoch + ".");
            }
            if (judge.isOutOfPatience(job.config().validation().patience())) {
                return ended(
                        RunState.FINISHED,
                        "Ended early at epoch " + epoch + ": the validation images brought nothing"
                                + " better since epoch " + judge.bestEpoch() + ".");
            }
        }
        return ended(RunState.FINISHED, "Trained " + epochs + (epochs == 1 ? " epoch." : " epochs."));
    }

    /** @return whether the epoch was completed, rather than stopped */
    private boolean epoch(int epoch) throws IOException {
        long start = System.nanoTime();
        LossBreakdown sum = LossBreakdown.ZERO;
        for (int i = 1; i <= stepsPerEpoch; i++) {
            sum = sum.plus(step(epoch, (epoch - 1) * stepsPerEpoch + i));
            if (stop.afterStep()) {
                return false;
            }
        }
        measured(epoch, sum.times(1.0 / stepsPerEpoch), start);
        return true;
    }

    private LossBreakdown step(int epoch, int step) throws IOException {
        long start = System.nanoTime();
        double learningRate = rate.at(step);
        // Drawn anew from seed and step, so that a resumed run samples as the uninterrupted one would have.
        Random random = new Random(job.config().machine().seed() * 7_368_787 + step);
        LossBreakdown losses = new TrainingStep(
                        network, optimizer, job.config().optimization().clipNorm())
                .take(loader.batch(step), learningRate, random);
        tellLeftOut();
        timer.addStep((System.nanoTime() - start) / NANOS);
        events.accept(new RunEvent.StepMeasured(
                epoch,
                step,
                losses,
                learningRate,
                job.config().optimization().batchSize() / timer.secondsAStep(),
                timer.secondsLeft(epochs * stepsPerEpoch - step, validationsAfter(epoch - 1))));
        return losses;
    }

    private void measured(int epoch, LossBreakdown training, long start) throws IOException {
        Optional<Result> result = Optional.empty();
        if (isValidated(epoch)) {
            long before = System.nanoTime();
            result = validator.judge(network);
            tellLeftOut();
            timer.addValidation((System.nanoTime() - before) / NANOS);
        }
        EpochMark mark = judge.add(epoch, training, result);
        if (mark.best()) {
            ModelFiles.write(job, network.parameters(), epoch, mark.scores());
        }
        int step = epoch * stepsPerEpoch;
        checkpoints.write(
                network.parameters(),
                optimizer,
                new CheckpointState(CheckpointState.VERSION, epoch, step, judge.marks()),
                judge.bestEpoch());
        double seconds = (System.nanoTime() - start) / NANOS;
        events.accept(new RunEvent.EpochMeasured(
                epoch, step, training, mark.validation(), mark.scores(), mark.best(), seconds));
        String path = job.directory()
                .root()
                .relativize(job.directory().checkpoint(epoch))
                .toString();
        events.accept(new RunEvent.CheckpointWritten(epoch, path.replace('\\', '/'), mark.best()));
        judge.overfittingNotice().ifPresent(text -> events.accept(new RunEvent.Notice(RunEvent.Level.WARNING, text)));
    }

    private void tellLeftOut() {
        Stream.of(trainingImages, validationImages)
                .flatMap(cache -> cache.leftOut().stream())
                .forEach(text -> events.accept(new RunEvent.Notice(RunEvent.Level.WARNING, text)));
    }

    private boolean isValidated(int epoch) {
        int every = Math.max(1, job.config().validation().everyEpochs());
        return !validator.samples().isEmpty() && (epoch % every == 0 || epoch == epochs);
    }

    private int validationsAfter(int epoch) {
        int every = Math.max(1, job.config().validation().everyEpochs());
        return validator.samples().isEmpty() ? 0 : epochs / every - epoch / every;
    }

    /** The unfinished epoch is not judged; only when it is the first is its network better than none. */
    private RunEvent.Ended stoppedInEpoch(int epoch) throws IOException {
        if (judge.bestEpoch() == 0) {
            ModelFiles.write(job, network.parameters(), epoch, Optional.empty());
        }
        return ended(RunState.STOPPED, "Stopped in epoch " + epoch + ".");
    }

    private RunEvent.Ended ended(RunState state, String what) {
        String best = judge.marks().stream()
                .filter(EpochMark::best)
                .reduce((earlier, later) -> later)
                .map(mark -> " The best is epoch " + mark.epoch()
                        + mark.scores().map(TrainingLoop::inWords).orElse("") + ".")
                .orElse(" No epoch was completed; the network is kept as it stood.");
        RunEvent.Ended event = new RunEvent.Ended(state, what + best, judge.bestEpoch());
        events.accept(event);
        return event;
    }

    private static String inWords(Scores scores) {
        return scores.maskAp50() < 0
                ? ""
                : ": mask AP50 %.3f, mean IoU %.3f on the validation images"
                        .formatted(scores.maskAp50(), Math.max(0, scores.meanIou()));
    }

    @Override
    public void close() {
        loader.close();
    }
}
