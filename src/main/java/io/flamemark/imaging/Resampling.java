package io.flamemark.imaging;

/** How an image is brought to the size at which a network sees it. */
public enum Resampling {
    /** Averages the pixels that fall together, so that fine detail of large photographs does not turn into noise. */
    AREA {
        @Override
        public Pixels resample(RgbImage image, int width, int height) {
            return pixelsOf(scale(image, width, height));
        }

        @Override
        public RgbImage scale(RgbImage image, int width, int height) {
            return ImageScaler.scale(image, width, height);
        }
    },

    /** Interpolates between the nearest four pixels, as torchvision does: what pretrained weights have seen. */
    BILINEAR {
        @Override
        public Pixels resample(RgbImage image, int width, int height) {
            return width == image.width() && height == image.height()
                    ? pixelsOf(image)
                    : new BilinearPixels(image, width, height);
        }

        @Override
        public RgbImage scale(RgbImage image, int width, int height) {
            return width == image.width() && height == image.height()
                    ? image
                    : new BilinearPixels(image, width, height).rounded();
        }
    };

    /** The values of an image at some size. */
    public interface Pixels {

        /**
         * Copies one row of one colour.
         *
         * @param shift of the colour in {@code 0xRRGGBB}
         * @param row receives a value 0..255 for each column
         */
        void read(int y, int shift, float[] row);
    }

    /** The values of the image at {@code width x height}. */
    public abstract Pixels resample(RgbImage image, int width, int height);

    /** The image at {@code width x height}, values rounded to whole ones. */
    public abstract RgbImage scale(RgbImage image, int width, int height);

    /** The values of an image as it is. */
    public static Pixels pixelsOf(RgbImage image) {
        return (y, shift, row) -> {
            for (int x = 0; x < image.width(); x++) {
                row[x] = image.rgb()[y * image.width() + x] >> shift & 0xff;
            }
        };
    }
}
