package io.flamemark.imaging;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Decoded pictures of any kind as 8-bit sRGB over white, and back as AWT images. */
final class Pixels {

    private Pixels() {}

    static RgbImage toRgb(BufferedImage image) {
        ColorModel model = image.getColorModel();
        if (!(model instanceof IndexColorModel) && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            return greyToRgb(image.getRaster(), model);
        }
        boolean foreign =
                !(model instanceof IndexColorModel) && !model.getColorSpace().isCS_sRGB();
        return overWhite(foreign ? toSrgb(image) : image);
    }

    /** The image as an AWT picture of its own, of type {@code TYPE_INT_RGB}. */
    static BufferedImage toBuffered(RgbImage image) {
        BufferedImage out = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        System.arraycopy(image.rgb(), 0, pixelsOf(out), 0, image.rgb().length);
        return out;
    }

    /** The pixels of a picture of type {@code TYPE_INT_RGB}, without a copy; AWT may leave dirt in their top bytes. */
    static RgbImage wrap(BufferedImage intRgb) {
        int[] pixels = pixelsOf(intRgb);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xffffff;
        }
        return new RgbImage(intRgb.getWidth(), intRgb.getHeight(), pixels);
    }

    private static int[] pixelsOf(BufferedImage intRgb) {
        return ((DataBufferInt) intRgb.getRaster().getDataBuffer()).getData();
    }

    private static RgbImage overWhite(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return wrap(image);
        }
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = out.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return wrap(out);
    }

    private static BufferedImage toSrgb(BufferedImage image) {
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), type);
        return new ColorConvertOp(null).filter(image, out);
    }

    /**
     * Takes grey values as they are stored. The JDK's own conversion holds grey for linear light and would brighten
     * everything.
     */
    private static RgbImage greyToRgb(Raster raster, ColorModel model) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        boolean alpha = model.hasAlpha();
        float greyScale = 255 / white(raster, model.getComponentSize(0));
        float alphaScale = alpha ? 1 / white(raster, model.getComponentSize(1)) : 0;
        int[] rgb = new int[width * height];
        float[] grey = new float[width];
        float[] opacity = new float[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, grey);
            if (alpha) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 1, opacity);
            }
            for (int x = 0; x < width; x++) {
                float value = Math.max(0, Math.min(255, grey[x] * greyScale));
                float shown = alpha ? 255 + (value - 255) * opacity[x] * alphaScale : value;
                rgb[y * width + x] = Math.round(shown) * 0x010101;
            }
        }
        return new RgbImage(width, height, rgb);
    }

    /** The sample value that means white: the largest of an integer type, 1 for floating point. */
    private static float white(Raster raster, int bits) {
        int type = raster.getTransferType();
        return type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE ? 1 : (float) ((1L << bits) - 1);
    }
}
