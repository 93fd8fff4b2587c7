package io.flamemark.maskrcnn;

import io.flamemark.imaging.ImageScaler;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.backbone.ImageSize;

/** How an image is brought to the network's size. */
enum Resampling {
    /** Averages the pixels that fall together, so that fine detail of large photographs does not turn into noise. */
    AREA {
        @Override
        Pixels resample(RgbImage image, ImageSize size) {
            return pixelsOf(ImageScaler.scale(image, size.width(), size.height()));
        }
    },

    /** Interpolates between the nearest four pixels, as torchvision does: what pretrained weights have seen. */
    BILINEAR {
        @Override
        Pixels resample(RgbImage image, ImageSize size) {
            return size.width() == image.width() && size.height() == image.height()
                    ? pixelsOf(image)
                    : new BilinearPixels(image, size);
        }
    };

    /** The values of an image at some size. */
    interface Pixels {

        /**
         * Copies one row of one colour.
         *
         * @param shift of the colour in {@code 0xRRGGBB}
         * @param row receives a value 0..255 for each column
         */
        void read(int y, int shift, float[] row);
    }

    abstract Pixels resample(RgbImage image, ImageSize size);

    static Pixels pixelsOf(RgbImage image) {
        return (y, shift, row) -> {
            for (int x = 0; x < image.width(); x++) {
                row[x] = image.rgb()[y * image.width() + x] >> shift & 0xff;
            }
        };
    }
}
