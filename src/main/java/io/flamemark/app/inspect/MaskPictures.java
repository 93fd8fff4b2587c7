package io.flamemark.app.inspect;

import io.flamemark.geometry.Mask;
import io.flamemark.geometry.MaskTracer;
import io.flamemark.geometry.Polygon;
import java.nio.IntBuffer;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** Masks as pictures of one colour and as contours, each made once while its image is on display. */
final class MaskPictures {

    private record Colored(Color color, Image image) {}

    private final Map<Mask, Colored> pictures = new IdentityHashMap<>();
    private final Map<Mask, List<Polygon>> contours = new IdentityHashMap<>();

    /** Forgets all: another image is on display. */
    void clear() {
        pictures.clear();
        contours.clear();
    }

    /** The mask's window in one colour, see-through where it is not set; empty for a mask without pixels. */
    Optional<Image> of(Mask mask, Color color) {
        if (mask.width() == 0 || mask.height() == 0) {
            return Optional.empty();
        }
        Colored known = pictures.get(mask);
        if (known == null || !known.color().equals(color)) {
            known = new Colored(color, paint(mask, color));
            pictures.put(mask, known);
        }
        return Optional.of(known.image());
    }

    /** The outer contours of the mask's blobs, in image pixels. */
    List<Polygon> contoursOf(Mask mask) {
        return contours.computeIfAbsent(mask, MaskTracer::trace);
    }

    private static Image paint(Mask mask, Color color) {
        int argb = 0xff000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
        int[] pixels = new int[mask.width() * mask.height()];
        BitSet bits = mask.toBitSet();
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            pixels[i] = argb;
        }
        return new WritableImage(new PixelBuffer<>(
                mask.width(), mask.height(), IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
    }
}
