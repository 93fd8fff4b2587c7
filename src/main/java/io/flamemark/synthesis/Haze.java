package io.flamemark.synthesis;

/**
 * Air between the camera and what it sees: it takes light away and adds its own (aerial perspective).
 *
 * @param colour what infinitely much of it looks like
 * @param density share taken a metre
 */
record Haze(Rgb colour, double density) {

    Rgb over(Rgb c, double distance) {
        return colour.mix(c, StrictMath.exp(-density * distance));
    }
}
