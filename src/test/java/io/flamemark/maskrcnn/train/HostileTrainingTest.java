package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.maskrcnn.TinyNetwork;
import io.flamemark.run.Augmenting;
import io.flamemark.run.ResumePoint;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunFixture;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import io.flamemark.weights.NetworkFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A network too large for memory, with weights that are not of it,")
class HostileTrainingTest {

    @TempDir
    Path folder;

    private Dataset dataset;

    @BeforeEach
    void draw() throws IOException {
        Sample none = FireDrawing.write(folder, "none.png");
        dataset = new Dataset(new LabelMap(List.of("fire")), List.of(none), List.of(), List.of());
    }

    private Path small(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        NetworkFiles.write(path, NetworkFiles.detector()).close();
        return path;
    }

    private void assertRefused(String weights, Path named) {
        RunConfig.Network wide =
                new RunConfig.Network("resnet18", 4, "frozen", "scratch", weights, 64, 64, 2048, 8192, 4, "all");
        RunConfig config = new RunConfig(
                RunConfig.VERSION,
                "test",
                wide,
                TinyNetwork.SAMPLING,
                new RunConfig.Optimization("sgd", 1, 1, 1, 1e-3, 0.9, 0, 0, "constant", 0),
                new Augmenting(0, 0, 0, 0),
                new RunConfig.Validation(1, 0),
                new RunConfig.Machine(1, 1, "cpu", 0, "float32"));
        TrainingJob job = new TrainingJob(config, dataset, RunFixture.folder(folder.resolve("run")));
        // To make it takes minutes, where there is memory enough.
        Exception refusal = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThrows(
                        Exception.class, () -> new MaskRcnnTrainer().train(job, new StopSignal(), event -> {})));
        assertTrue(refusal.getMessage().contains(named + ": does not fit"), refusal.toString());
    }

    @Test
    @DisplayName("is not made to start from them")
    void start() throws IOException {
        Path file = small(folder.resolve("small.pth"));
        assertRefused(file.toString(), file);
    }

    @Test
    @DisplayName("is not made to go on from a checkpoint of them")
    void checkpoint() throws IOException {
        Path checkpoint = RunFixture.folder(folder.resolve("run")).checkpoint(1);
        Path weights = small(checkpoint.resolve(RunDirectory.WEIGHTS));
        small(checkpoint.resolve(ResumePoint.OPTIMIZER));
        RunFiles.write(checkpoint.resolve(ResumePoint.STATE), CheckpointState.between(1, List.of()));
        assertRefused("none", weights);
    }
}
