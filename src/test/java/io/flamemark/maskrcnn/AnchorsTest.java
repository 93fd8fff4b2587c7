package io.flamemark.maskrcnn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.run.RunConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorsTest {

    @ParameterizedTest
    @CsvSource({
        "torchvision, 800, 32",
        "torchvision, 128, 32",
        "scratch, 800, 32",
        "scratch, 512, 32",
        "scratch, 256, 16",
        "scratch, 192, 8"
    })
    void onlyANetworkThatLearnsFromNothingHasSmallerAnchorsForSmallerInputs(String recipe, int minSize, int finest) {
        RunConfig.Network network = new RunConfig.Network(
                "resnet18", 64, "frozen", recipe, "none", minSize, 2 * minSize, 256, 1024, 4, "all");
        int[][] sizes = Anchors.forNetwork(network).sizes();
        assertEquals(5, sizes.length);
        for (int level = 0; level < sizes.length; level++) {
            assertEquals(finest << level, sizes[level][0]);
        }
    }
}
