package io.flamemark.app.canvas;

import io.flamemark.imaging.RgbImage;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Turns decoded images into what JavaFX draws. */
public final class FxImage {

    private static final int OPAQUE = 0xff000000;

    private FxImage() {}

    /** A copy for the screen; may be made on any thread. */
    public static Image of(RgbImage image) {
        int[] argb = new int[image.rgb().length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = image.rgb()[i] | OPAQUE;
        }
        return new WritableImage(new PixelBuffer<>(
                image.width(), image.height(), IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
    }
}
