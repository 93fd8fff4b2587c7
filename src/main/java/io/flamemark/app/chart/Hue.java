package io.flamemark.app.chart;

import javafx.scene.paint.Color;

/**
 * Colours that people with a colour vision deficiency can tell apart, one tone for light and one for dark backgrounds.
 * After M. Okabe and K. Ito, "Color universal design", 2008; the dark tones are lightened to the same contrast.
 */
public enum Hue {
    BLUE("#0072b2", "#56b4e9"),
    VERMILLION("#d55e00", "#ff8a4c"),
    GREEN("#00835f", "#2fc99a"),
    PURPLE("#b0588c", "#e59ac4"),
    AMBER("#b8860b", "#f0c24b"),
    GREY("#57606a", "#a8b1bb");

    private final Color onLight;
    private final Color onDark;

    Hue(String onLight, String onDark) {
        this.onLight = Color.web(onLight);
        this.onDark = Color.web(onDark);
    }

    /** A colour for the n-th of several things, counted from 0; after the last the first comes again. */
    public static Hue nth(int n) {
        return values()[Math.floorMod(n, values().length)];
    }

    public Color on(boolean dark) {
        return dark ? onDark : onLight;
    }
}
