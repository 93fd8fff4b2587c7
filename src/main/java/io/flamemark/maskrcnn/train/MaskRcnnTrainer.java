package io.flamemark.maskrcnn.train;

import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.ResumePoint;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunEvent;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingBackend;
import io.flamemark.run.TrainingException;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Trains a Mask R-CNN. A run directory that holds a checkpoint is gone on with from there; with the same
 * configuration, data, seed and threads the same run comes out bit for bit on the processor, interrupted or not.
 */
public final class MaskRcnnTrainer implements TrainingBackend {

    @Override
    public RunEvent.Ended train(TrainingJob job, StopSignal stop, Consumer<RunEvent> events) throws IOException {
        if (job.dataset().train().isEmpty()) {
            throw new TrainingException("There is no image to train on: give at least one image the split \"train\".");
        }
        RunConfig config = job.config();
        startEngine(config.machine(), events);
        Optional<ResumePoint> point = ResumePoint.of(job.directory());
        Precision precision = precision(config, point, events);
        int classes = job.dataset().labels().classCountWithBackground();
        long seed = config.machine().seed();
        requireFit(job, point);
        try (MaskRcnn network =
                        configured(() -> new MaskRcnn(config.network(), config.sampling(), classes, seed, precision));
                Optimizer optimizer = configured(
                        () -> Optimizer.create(config.optimization(), config.tuning(), network.parameters()))) {
            Checkpoints checkpoints = new Checkpoints(job, precision);
            checkpoints.removeLeftovers();
            CheckpointState from = CheckpointState.between(0, List.of());
            if (point.isPresent()) {
                from = checkpoints.restore(point.get(), network.parameters(), optimizer);
            } else {
                StartWeights.load(job, network.parameters(), events);
            }
            FirstGradients.make(network.parameters());
            try (RunImages images = new RunImages(job, network)) {
                return new TrainingLoop(job, network, optimizer, checkpoints, from, images, stop, events).run();
            }
        }
    }

    /** Before memory is taken for the network: weights that are not of it are refused at no cost. */
    private static void requireFit(TrainingJob job, Optional<ResumePoint> point) throws IOException {
        RunConfig config = job.config();
        int classes = job.dataset().labels().classCountWithBackground();
        Parameters planned = configured(() -> MaskRcnn.planned(config.network(), config.sampling(), classes));
        if (point.isPresent()) {
            Checkpoints.requireFit(point.get(), planned);
        } else {
            StartWeights.requireFit(job, planned);
        }
    }

    private static void startEngine(RunConfig.Machine machine, Consumer<RunEvent> events) {
        int threads = machine.threads();
        TorchRuntime.start(threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
        TorchRuntime.computeOn(machine.device())
                .ifPresent(said -> events.accept(new RunEvent.Notice(RunEvent.Level.INFO, said)));
    }

    private static Precision precision(RunConfig config, Optional<ResumePoint> point, Consumer<RunEvent> events)
            throws IOException {
        Optional<String> begunWith = point.isPresent() ? Checkpoints.precisionOf(point.get()) : Optional.empty();
        Precision now = configured(() -> Precision.forTraining(config.machine().precision(), begunWith));
        begunWith
                .filter(before -> !before.equals(now.title()))
                .ifPresent(before -> events.accept(ConfigAdvice.aboutChange(before, now)));
        return now;
    }

    /** What is made of a configuration complains about it as about an argument; to the user it is the run's fault. */
    private static <T> T configured(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new TrainingException("The run's configuration cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
