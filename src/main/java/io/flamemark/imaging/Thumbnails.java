package io.flamemark.imaging;

/** Small versions of images for lists and grids. */
public final class Thumbnails {

    private Thumbnails() {}

    /** The image shrunk by area averaging so that neither side exceeds {@code maxSide} pixels; never enlarged. */
    public static RgbImage of(RgbImage image, int maxSide) {
        return ImageScaler.shrinkToFit(image, maxSide, maxSide);
    }
}
