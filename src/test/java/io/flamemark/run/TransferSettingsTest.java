package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.run.RunConfig.Optimization;
import io.flamemark.weights.NetworkFiles;
import io.flamemark.weights.WeightsCache;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A preset that starts from pretrained weights")
class TransferSettingsTest {

    @TempDir
    Path folder;

    private Path detector;
    private RunConfig preset;

    @BeforeEach
    void prepare() throws IOException {
        detector = folder.resolve("d.pth");
        NetworkFiles.write(detector, NetworkFiles.detector()).close();
        preset = Presets.of("quick", RunFixture.dataset(folder));
    }

    private RunConfig resolved(String... settings) throws IOException {
        RunConfig config = new ConfigOverride("network.weights", detector.toString()).applyTo(preset);
        for (String setting : settings) {
            config = ConfigOverride.parse(setting).applyTo(config);
        }
        return StartingWeights.resolve(config, new WeightsCache(folder));
    }

    @Test
    @DisplayName("learns by SGD at a low rate, in half the epochs, above the first stage")
    void transfer() throws IOException {
        RunConfig config = resolved();
        assertEquals(new Optimization("sgd", 10, 60, 2, 0.005, 0.9, 5e-4, 60, "step", 5), config.optimization());
        assertEquals("3+", config.network().trainableStages());
        assertEquals("frozen", config.network().norm());
        assertEquals("torchvision", config.network().recipe());
        assertEquals(new RunConfig.Validation(1, 5), config.validation());
        assertTrue(TransferSettings.areIn(config));
    }

    @Test
    @DisplayName("keeps what a person has chosen: the stages, the epochs, and the way downhill as a whole")
    void choices() throws IOException {
        assertEquals(
                "heads", resolved("network.trainableStages=heads").network().trainableStages());
        RunConfig longer = resolved("optimization.epochs=33");
        assertEquals(33, longer.optimization().epochs());
        assertEquals(preset.validation(), longer.validation());
        RunConfig own = resolved("optimization.learningRate=0.001");
        assertEquals("adamw", own.optimization().optimizer());
        assertEquals("all", own.network().trainableStages());
        assertFalse(TransferSettings.areIn(own));
    }

    @Test
    @DisplayName("takes larger steps with more images, however they come together")
    void rate() throws IOException {
        assertEquals(
                0.02,
                resolved("optimization.batchSize=4", "tuning.accumulate=2")
                        .optimization()
                        .learningRate(),
                1e-12);
    }

    @Test
    @DisplayName("and has no more than a backbone of them goes its own way, the backbone slowly after")
    void backbone() throws IOException {
        detector = folder.resolve("b.pth");
        NetworkFiles.write(detector, NetworkFiles.resnet("", false, 2, 2, 2, 2)).close();
        RunConfig config = resolved();
        assertEquals(preset.optimization(), config.optimization());
        assertEquals(preset.validation(), config.validation());
        assertEquals("3+", config.network().trainableStages());
        assertEquals("frozen", config.network().norm());
        assertEquals("scratch", config.network().recipe());
        assertEquals(0.1, config.tuning().backboneRate());
        assertTrue(TransferSettings.areOfBackbone(config));
        assertFalse(TransferSettings.areIn(config));
        assertEquals(0.5, resolved("tuning.backboneRate=0.5").tuning().backboneRate());
    }

    @Test
    @DisplayName("is led over once: what is set afterwards stands when the training begins")
    void once() throws IOException {
        RunConfig changed = ConfigOverride.parse("network.trainableStages=all").applyTo(resolved());
        RunConfig back = ConfigOverride.parse("optimization.optimizer=adamw").applyTo(changed);
        assertEquals(back, StartingWeights.resolve(back, new WeightsCache(folder)));
        RunConfig whole = new RunConfig(
                back.version(),
                back.preset(),
                back.network(),
                back.sampling(),
                preset.optimization(),
                back.tuning(),
                back.augmenting(),
                back.validation(),
                back.machine());
        assertEquals(whole, StartingWeights.resolve(whole, new WeightsCache(folder)), "even back on the preset's way");
    }

    @Test
    @DisplayName("is as it was where there are no weights")
    void fromNothing() throws IOException {
        assertEquals(preset, StartingWeights.resolve(preset, new WeightsCache(folder)));
        assertFalse(TransferSettings.areIn(preset));
    }
}
