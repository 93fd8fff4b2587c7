package io.flamemark.imaging;

/**
 * The range of sample values that is spread over the screen's 256 levels: a window and its level, told by its ends.
 *
 * @param black samples up to this show black, 0..65534
 * @param white samples from this on show white, above {@code black}
 */
public record Levels(int black, int white) {

    /** The largest value of 16 bits. */
    public static final int MOST = 65_535;

    /** All of the range. What networks learn from, and what is shown at first. */
    public static final Levels FULL = new Levels(0, MOST);

    public Levels {
        if (black < 0 || white > MOST || black >= white) {
            throw new IllegalArgumentException("levels from " + black + " to " + white);
        }
    }

    /** 0..255. */
    int shown(int sample) {
        long above = Math.max(0, Math.min(white, sample) - black);
        return (int) ((above * 255 * 2 + (white - black)) / (2L * (white - black)));
    }
}
