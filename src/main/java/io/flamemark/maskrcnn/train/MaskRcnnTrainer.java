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
        int threads = config.machine().threads();
        TorchRuntime.start(threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
        int classes = job.dataset().labels().classCountWithBackground();
        try (MaskRcnn network =
                        new MaskRcnn(config.network(), config.sampling(), classes, config.machine().seed());
                Optimizer optimizer = Optimizer.create(config.optimization(), network.parameters())) {
            Checkpoints checkpoints = new Checkpoints(job.directory());
            Optional<CheckpointState> resumed = checkpoints.newest();
            if (resumed.isPresent()) {
                checkpoints.restore(resumed.get(), network.parameters(), optimizer);
            } else {
                StartWeights.load(config.network().weights(), network.parameters(), events);
            }
            try (TrainingLoop loop = new TrainingLoop(job, network, optimizer, checkpoints, resumed, stop, events)) {
                return loop.run();
            }
        } catch (IllegalArgumentException e) {
            throw new TrainingException("The run's configuration cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
