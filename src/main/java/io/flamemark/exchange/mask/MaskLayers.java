package io.flamemark.exchange.mask;

import io.flamemark.exchange.part.Borders;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.ProjectBuilder;
import io.flamemark.geometry.Mask;
import io.flamemark.imaging.LabelImage;
import java.nio.file.Path;
import java.util.BitSet;

/** The pixels of each number of a mask, by ascending number; 0 is background and is none of them. */
public final class MaskLayers {

    /** Numbers strewn all over a picture are noise, and would take a picture's time each. */
    private static final int MOST_PASSES = 1_000;

    private final LabelImage image;
    private final int[] left;
    private final int[] right;
    private final int[] top;
    private final int[] bottom;
    private final int numbers;

    private MaskLayers(LabelImage image) {
        this.image = image;
        int largest = 0;
        for (char value : image.values()) {
            largest = Math.max(largest, value);
        }
        numbers = largest + 1;
        left = new int[numbers];
        right = new int[numbers];
        top = new int[numbers];
        bottom = new int[numbers];
        measure();
    }

    private void measure() {
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int value = image.get(x, y);
                if (right[value] == 0) {
                    left[value] = x;
                    top[value] = y;
                }
                left[value] = Math.min(left[value], x);
                right[value] = Math.max(right[value], x + 1);
                bottom[value] = y + 1;
            }
        }
    }

    /** Told of each number. */
    public interface Visitor {
        void layer(int number, Mask mask) throws ExchangeException;
    }

    /** @throws ExchangeException if it is noise, or more than fits the memory */
    public static void visit(LabelImage image, Path file, ProjectBuilder project, Visitor visitor)
            throws ExchangeException {
        MaskLayers layers = new MaskLayers(image);
        layers.requireTidy(file);
        for (int number = 1; number < layers.numbers; number++) {
            if (layers.right[number] > 0) {
                Mask mask = layers.mask(number);
                project.requireRoomFor(Borders.count(mask));
                visitor.layer(number, mask);
            }
        }
    }

    private void requireTidy(Path file) throws ExchangeException {
        long area = 0;
        for (int i = 1; i < numbers; i++) {
            area += (long) (right[i] - left[i]) * (bottom[i] - top[i]);
        }
        if (area > (long) MOST_PASSES * image.values().length) {
            throw new ExchangeException(
                    file, "its numbers are strewn all over the picture, so it is no mask; choose the mask instead.");
        }
    }

    private Mask mask(int number) {
        int width = right[number] - left[number];
        int height = bottom[number] - top[number];
        BitSet bits = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (image.get(left[number] + x, top[number] + y) == number) {
                    bits.set(y * width + x);
                }
            }
        }
        return new Mask(left[number], top[number], width, height, bits);
    }
}
