package io.flamemark.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.imaging.FirePixels.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirePixelsTest {

    @ParameterizedTest
    @DisplayName("each condition of the rule at its border, for R_T 125 and S_T 65 percent")
    @CsvSource({
        "255, 160, 20, true, a flame",
        "255, 255, 254, true, pure red needs no saturation but an order",
        "255, 255, 255, false, white: G is not above B",
        "200, 201, 20, false, more green than red",
        "200, 200, 20, true, as much green as red",
        "126, 60, 0, true, just above the red threshold",
        "125, 60, 0, false, at the red threshold",
        "155, 100, 48, true, saturation 52.5 of the 52 percent needed at red 155",
        "155, 100, 49, false, saturation 51.6 of the 52 percent needed at red 155",
        "60, 200, 20, false, grass"
    })
    void rule(int red, int green, int blue, boolean fire, String why) {
        assertEquals(fire, isFire(red, green, blue, Settings.DEFAULT), why);
    }

    @Test
    void theMaskIsAsLargeAsTheImageAndSetWhereFireIs() {
        RgbImage image = new RgbImage(2, 2, new int[] {0, 0xffa014, 0x808080, 0});
        var mask = FirePixels.find(image, Settings.DEFAULT);
        assertEquals(1, mask.area());
        assertTrue(mask.get(1, 0));
        assertEquals(2, mask.width());
        assertEquals(2, mask.height());
    }

    @Test
    void refusesImpossibleThresholds() {
        assertThrows(IllegalArgumentException.class, () -> new Settings(0, 60));
        assertThrows(IllegalArgumentException.class, () -> new Settings(120, -1));
        assertThrows(IllegalArgumentException.class, () -> new Settings(120, Double.NaN));
    }

    private static boolean isFire(int red, int green, int blue, Settings settings) {
        RgbImage image = new RgbImage(1, 1, new int[] {red << 16 | green << 8 | blue});
        return FirePixels.find(image, settings).get(0, 0);
    }
}
