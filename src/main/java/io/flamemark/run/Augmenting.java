package io.flamemark.run;

/**
 * How training images are varied; validation and test images never are.
 *
 * @param flip chance of a left-right mirror: fire has no handedness
 * @param scaleJitter the size varies by up to this share, 0..1
 * @param crop chance of a crop that keeps at least one object
 * @param colorJitter strength of brightness, contrast and tint changes, 0..1; moderate, since colour is evidence
 * @param exposure strength, 0..1, of a longer or shorter exposure: at 1 up to 1.5 stops either way
 * @param blur strength, 0..1, of a blur as of haze or a camera that moved: at 1 up to a hundredth of the shorter side
 * @param noise strength, 0..1, of a sensor's noise: at 1 up to a tenth of full white
 * @param mosaic chance that four images are put together into one: objects appear smaller and in other company
 */
public record Augmenting(
        double flip,
        double scaleJitter,
        double crop,
        double colorJitter,
        double exposure,
        double blur,
        double noise,
        double mosaic) {

    public Augmenting {
        Limits.share("flip", flip);
        Limits.share("scaleJitter", scaleJitter);
        Limits.share("crop", crop);
        Limits.share("colorJitter", colorJitter);
        Limits.share("exposure", exposure);
        Limits.share("blur", blur);
        Limits.share("noise", noise);
        Limits.share("mosaic", mosaic);
    }

    /** Without the kinds that a camera and its weather make, and without mosaics. */
    public Augmenting(double flip, double scaleJitter, double crop, double colorJitter) {
        this(flip, scaleJitter, crop, colorJitter, 0, 0, 0, 0);
    }

    /** Whether images vary by mirrors alone, so that there are only two of each. */
    public boolean mirrorsOnly() {
        return scaleJitter == 0
                && crop == 0
                && colorJitter == 0
                && exposure == 0
                && blur == 0
                && noise == 0
                && mosaic == 0;
    }
}
