package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunFixture;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    @TempDir
    Path folder;

    /** Its memory is what the disk has no room for. */
    private static final class TooLarge implements Optimizer {
        @Override
        public void step(double learningRate, double gradientFactor) {}

        @Override
        public Map<String, NDArray> state() {
            throw new UncheckedIOException(new IOException("No space left on device"));
        }

        @Override
        public void close() {}
    }

    @Test
    @DisplayName("a checkpoint that cannot be written leaves nothing on the full disk")
    void fullDisk() throws Exception {
        TrainingJob job = RunFixture.job(folder, "test");
        RunDirectory run = job.directory();
        Checkpoints checkpoints = new Checkpoints(job, Precision.FLOAT32);
        try (Parameters none = Parameters.zeros(TorchRuntime.newManager())) {
            assertThrows(
                    UncheckedIOException.class,
                    () -> checkpoints.write(none, new TooLarge(), CheckpointState.between(1, List.of()), 0));
        }
        try (Stream<Path> left = Files.list(run.checkpoints())) {
            assertEquals(List.of(), left.toList());
        }
    }
}
