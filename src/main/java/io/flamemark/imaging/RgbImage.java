package io.flamemark.imaging;

/**
 * A decoded image, upright, 8 bits a channel.
 *
 * @param width pixels
 * @param height pixels
 * @param rgb row-major, {@code 0xRRGGBB} a pixel, {@code width * height} of them; shared, not to be changed once handed
 *     over
 */
public record RgbImage(int width, int height, int[] rgb) {

    public RgbImage {
        if (width <= 0 || height <= 0 || rgb.length != width * height) {
            throw new IllegalArgumentException(rgb.length + " pixels for " + width + "x" + height);
        }
    }

    public int red(int x, int y) {
        return rgb[y * width + x] >> 16 & 0xff;
    }

    public int green(int x, int y) {
        return rgb[y * width + x] >> 8 & 0xff;
    }

    public int blue(int x, int y) {
        return rgb[y * width + x] & 0xff;
    }
}
