package io.flamemark.imaging;

import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.MaskTracer;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonSimplifier;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;

/**
 * Paints what was found over an image: masks as tinted glass with an outline, thin boxes, and a plate with the label of
 * each. What is truly there can be outlined in dashed white. Lines and letters grow with the image.
 */
public final class Overlay {

    private static final double TINT = 0.35;
    private static final float[] DASHES = {5, 4};

    /** Stairs of the mask that the outline may leave out, in pixels. */
    private static final double SMOOTHING = 0.8;

    private static final int[] COLOURS = {0x18c8ff, 0xff4fd8, 0x7dff4f, 0xffe14a, 0xa98bff, 0x4fffc9, 0xff8a6a};

    private final BufferedImage canvas;
    private final Graphics2D graphics;

    /** The width of a thin line: a pixel in an image of 640x640. */
    private final float unit;

    private Overlay(RgbImage image) {
        this.canvas = Pixels.toBuffered(image);
        this.graphics = canvas.createGraphics();
        this.unit = Math.max(0.8f, (float) Math.sqrt((double) image.width() * image.height()) / 640);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /**
     * One object to paint.
     *
     * @param rgb its colour, {@code 0xRRGGBB}
     * @param text for its plate, such as {@code fire 0.97}; empty for no plate
     */
    public record Item(Mask mask, Box box, int rgb, String text) {}

    /** A colour that stands out from flames and from those of the other small indices. */
    public static int colour(int index) {
        return COLOURS[Math.floorMod(index, COLOURS.length)];
    }

    /** The image with all items over it; the image itself is not changed. */
    public static RgbImage paint(RgbImage image, List<Item> items) {
        return paint(image, items, List.of());
    }

    /** The image with all items over it and the outlines of {@code truths} in dashed white. */
    public static RgbImage paint(RgbImage image, List<Item> items, List<Mask> truths) {
        Overlay overlay = new Overlay(image);
        List<Item> largestFirst = items.stream()
                .sorted(Comparator.comparingInt((Item i) -> i.mask().area()).reversed())
                .toList();
        largestFirst.forEach(overlay::tint);
        truths.forEach(overlay::outlineTruth);
        largestFirst.forEach(overlay::outline);
        LabelPlates plates = new LabelPlates(overlay.graphics, image.width(), image.height(), overlay.unit);
        largestFirst.forEach(i -> plates.add(i.text(), i.box(), new Color(i.rgb())));
        overlay.graphics.dispose();
        return Pixels.wrap(overlay.canvas);
    }

    private void tint(Item item) {
        Mask mask = item.mask();
        for (int y = Math.max(0, mask.top()); y < Math.min(canvas.getHeight(), mask.top() + mask.height()); y++) {
            for (int x = Math.max(0, mask.left()); x < Math.min(canvas.getWidth(), mask.left() + mask.width()); x++) {
                if (mask.get(x, y)) {
                    canvas.setRGB(x, y, blend(canvas.getRGB(x, y), item.rgb()));
                }
            }
        }
    }

    private static int blend(int under, int over) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double below = under >> shift & 0xff;
            double above = over >> shift & 0xff;
            mixed |= (int) Math.round(below + (above - below) * TINT) << shift;
        }
        return mixed;
    }

    private void outline(Item item) {
        Color colour = new Color(item.rgb());
        Path2D path = contours(item.mask());
        stroke(path, new Color(0, 0, 0, 110), round(3.2f * unit));
        stroke(path, colour, round(1.7f * unit));
        Box box = item.box();
        Rectangle2D frame = new Rectangle2D.Double(box.x1(), box.y1(), box.width(), box.height());
        stroke(frame, new Color(0, 0, 0, 70), new BasicStroke(2 * unit));
        stroke(frame, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 200), new BasicStroke(unit));
    }

    private void outlineTruth(Mask mask) {
        Path2D path = contours(mask);
        float[] dashes = {DASHES[0] * unit, DASHES[1] * unit};
        stroke(path, new Color(0, 0, 0, 110), round(3 * unit));
        stroke(
                path,
                Color.WHITE,
                new BasicStroke(1.5f * unit, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    }

    private void stroke(Shape shape, Color colour, BasicStroke stroke) {
        graphics.setColor(colour);
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }

    private static BasicStroke round(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static Path2D contours(Mask mask) {
        Path2D path = new Path2D.Double();
        for (Polygon contour : MaskTracer.trace(mask)) {
            Polygon smooth = PolygonSimplifier.simplify(contour, SMOOTHING);
            path.moveTo(smooth.vertices().get(0).x(), smooth.vertices().get(0).y());
            smooth.vertices().stream().skip(1).forEach(p -> path.lineTo(p.x(), p.y()));
            path.closePath();
        }
        return path;
    }
}
