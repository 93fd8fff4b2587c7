package io.flamemark.maskrcnn.train;

import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunEvent;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingBackend;
import io.flamemark.run.TrainingException;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Trains a Mask R-CNN on the processor. A run directory that holds a checkpoint is gone on with from there; with the same
 * configuration, data and seed the same run comes out, whether interrupted or not.
 */
public final class MaskRcnnTrainer implements TrainingBackend {

    @Override
    public RunEvent.Ended train(TrainingJob job, StopSignal stop, Consumer<RunEvent> events) throws IOException {
        if (job.dataset().train().isEmpty()) {
            throw new TrainingException("There is no image to train on: give at least one image the split \"train\".");
        }
        RunConfig config = job.config();
        if (!config.machine().device().equals("cpu")) {
            throw new TrainingException("Training runs on the processor only: set machine.device to cpu.");
        }
        int threads = config.machine().threads();
        TorchRuntime.start(threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
        int classes = job.dataset().labels().classCountWithBackground();
        long seed = config.machine().seed();
        try (MaskRcnn network = configured(() -> new MaskRcnn(config.network(), config.sampling(), classes, seed));
                Optimizer optimizer = configured(() -> Optimizer.create(config.optimization(), network.parameters()))) {
            Checkpoints checkpoints = new Checkpoints(job.directory());
            Optional<CheckpointState> resumed = checkpoints.newest();
            if (resumed.isPresent()) {
                checkpoints.restore(resumed.get(), network.parameters(), optimizer);
            } else {
                StartWeights.load(config.network().weights(), network.parameters(), events);
            }
            try (TrainingLoop loop =
                    configured(() -> new TrainingLoop(job, network, optimizer, checkpoints, resumed, stop, events))) {
                return loop.run();
            }
        }
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
