package io.flamemark.exchange.mask;

import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.FindingList;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.exchange.part.AreaObject;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.LabelImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Paints the objects of an image as numbers, 1 for the first, a later one over an earlier as on the screen. */
public final class MaskCanvas {

    private static final int BYTES_A_PIXEL = 8;

    private final int width;
    private final int height;
    private final char[] numbers;
    private final List<AreaObject> objects = new ArrayList<>();
    private final List<Integer> areas = new ArrayList<>();

    private MaskCanvas(ImageDecoder.Size size) {
        this.width = size.width();
        this.height = size.height();
        this.numbers = new char[width * height];
    }

    /** Whether a canvas of this size is within the limit of pictures and the free part of the heap. */
    public static boolean fitsMemory(ImageDecoder.Size size) {
        long pixels = (long) size.width() * size.height();
        return pixels <= ImageDecoder.DEFAULT_PIXEL_LIMIT
                && pixels * BYTES_A_PIXEL < Runtime.getRuntime().maxMemory();
    }

    /** @param objects at most 65535 */
    public static MaskCanvas of(List<AreaObject> objects, ImageDecoder.Size size) {
        MaskCanvas canvas = new MaskCanvas(size);
        objects.forEach(canvas::paint);
        return canvas;
    }

    private void paint(AreaObject object) {
        Mask mask = PolygonRasterizer.rasterize(object.parts(), width, height);
        objects.add(object);
        areas.add(mask.area());
        BitSet bits = mask.toBitSet();
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            int x = mask.left() + i % mask.width();
            int y = mask.top() + i / mask.width();
            numbers[y * width + x] = (char) objects.size();
        }
    }

    /** The number of the object at each pixel, 0 where there is none. */
    public LabelImage instances() {
        return new LabelImage(width, height, numbers, true);
    }

    /** The number of the class at each pixel: the index in {@code classes} and one more. */
    public LabelImage classes(List<String> classes) {
        char[] ofObject = new char[objects.size() + 1];
        for (int i = 0; i < objects.size(); i++) {
            ofObject[i + 1] = (char) (classes.indexOf(objects.get(i).className()) + 1);
        }
        char[] values = new char[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ofObject[numbers[i]];
        }
        return new LabelImage(width, height, values, false);
    }

    /** Says which objects lie under others or cover no pixel; a pixel has one number only. */
    public void report(ImageEntry image, FindingList losses) {
        int[] visible = new int[objects.size() + 1];
        for (char number : numbers) {
            visible[number]++;
        }
        for (int i = 0; i < objects.size(); i++) {
            int hidden = areas.get(i) - visible[i + 1];
            int region = objects.get(i).first();
            if (areas.get(i) == 0) {
                losses.region(
                        Severity.ERROR,
                        "region-without-pixels",
                        image,
                        region,
                        "covers no pixel of the picture and is" + " not to be seen in its mask.");
            } else if (hidden > 0) {
                losses.region(
                        visible[i + 1] == 0 ? Severity.ERROR : Severity.WARNING,
                        "pixels-covered",
                        image,
                        region,
                        "lies under later regions with " + hidden + " of its " + areas.get(i)
                                + " pixels, which are written as theirs.");
            }
        }
    }
}
