package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The next smaller setting")
class SmallerSettingTest {

    private static RunConfig config(int batch, int accumulate, int minSize, int maxSize) {
        RunConfig config = RunFixture.config("quick");
        config = new ConfigOverride("optimization.batchSize", "" + batch).applyTo(config);
        config = new ConfigOverride("tuning.accumulate", "" + accumulate).applyTo(config);
        config = new ConfigOverride("network.minSize", "" + minSize).applyTo(config);
        return new ConfigOverride("network.maxSize", "" + maxSize).applyTo(config);
    }

    @Test
    @DisplayName("first the batch shrinks, with as many images a step as before; then the images; then there is none")
    void ladder() {
        List<RunConfig> steps = new ArrayList<>();
        Optional<SmallerSetting> next = SmallerSetting.of(config(4, 1, 256, 384));
        for (; next.isPresent(); next = SmallerSetting.of(next.get().config())) {
            steps.add(next.get().config());
        }
        assertEquals(
                List.of(
                        config(2, 2, 256, 384),
                        config(1, 4, 256, 384),
                        config(1, 4, 192, 288),
                        config(1, 4, 144 / 32 * 32, 192)),
                steps);
    }

    @Test
    @DisplayName("it says what is different")
    void words() {
        assertEquals(
                "a batch of 2 images at a time instead of 4",
                SmallerSetting.of(config(4, 1, 256, 384)).orElseThrow().words());
        assertTrue(SmallerSetting.of(config(1, 1, 800, 1333))
                .orElseThrow()
                .words()
                .startsWith("images of 576 pixels on the shorter side instead of 800"));
    }

    @Test
    @DisplayName("an odd batch keeps at least as many images a step")
    void oddBatch() {
        assertEquals(
                config(1, 3, 256, 384),
                SmallerSetting.of(config(3, 1, 256, 384)).orElseThrow().config());
        assertEquals(
                config(2, 3, 256, 384),
                SmallerSetting.of(config(5, 1, 256, 384)).orElseThrow().config());
    }
}
