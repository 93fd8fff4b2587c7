package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigOverrideTest {

    private static final RunConfig CONFIG = RunFixture.config("quick");

    private static RunConfig set(String text) {
        return ConfigOverride.parse(text).applyTo(CONFIG);
    }

    @Test
    @DisplayName("numbers, fractions and texts are set by their names, and nothing else changes")
    void sets() {
        assertEquals(256, set("network.minSize=256").network().minSize());
        assertEquals(
                1e-3, set("optimization.learningRate = 1e-3").optimization().learningRate());
        assertEquals("C:\\w=1.pt", set("network.weights=C:\\w=1.pt").network().weights());
        assertEquals(CONFIG, set("network.minSize=128"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network.minsize=1     | network.minSize",
                "netwerk.minSize=1     | network",
                "network=1             | network.backbone",
                "network.minSize.x=1   | network.minSize",
                "network.minSize=large | network.minSize=large",
                "network.minSize=1.5   | whole number",
                "network.minSize=      | network.minSize=",
                "minSize               | key=value",
                "network.minSize=0     | minSize has to be at least 32, not 0.",
                "machine.device=tpu    | device has to be one of auto, cpu, not tpu.",
                "machine.device=gpu    | auto takes a graphics card where there is one that this build can use.",
                "network.backbone=vgg16 | has to be one of resnet18, resnet34, resnet50, resnet101, not vgg16.",
                "network.trainableStages=some | trainableStages has to be one of heads, 5+, 4+, 3+, all, not some.",
                "optimization.schedule=linear | schedule has to be one of constant, step, cosine, not linear.",
                "tuning.accumulate=0   | accumulate has to be at least 1, not 0.",
                "tuning.dropFactor=2   | dropFactor has to be from 0 to 1, not 2.",
                "tuning.backboneRate=0 | backboneRate has to be more than 0, not 0.",
                "augmenting.flip=1.5   | flip has to be from 0 to 1, not 1.5.",
                "optimization.learningRate=0 | learningRate has to be more than 0, not 0.",
                "optimization.batchSize=-2   | batchSize has to be at least 1, not -2.",
                "optimization.batchSize=2000000000 | batchSize has to be at most 4096, not 2000000000.",
                "network.backboneChannels=257 | backboneChannels has to be at most 256, not 257.",
                "network.maxSize=2000000000   | maxSize has to be at most 16384, not 2000000000.",
                "network.fpnChannels=2147483647 | fpnChannels has to be at most 2048, not 2147483647.",
                "network.headWidth=100000     | headWidth has to be at most 8192, not 100000.",
                "network.maskLayers=17        | maskLayers has to be at most 16, not 17.",
                "sampling.proposalsAfterNms=100001 | proposalsAfterNms has to be at most 100000, not 100001.",
                "machine.threads=5000         | threads has to be at most 4096, not 5000."
            })
    @DisplayName("what cannot be set is refused with a sentence that helps")
    void refuses(String text, String part) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> set(text));
        assertTrue(e.getMessage().contains(part) && e.getMessage().endsWith("."), e.getMessage());
    }
}
