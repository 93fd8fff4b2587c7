package io.flamemark.imaging;

import io.flamemark.geometry.Box;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Paints labels at the corners of boxes, inside the image and, where there is room, not over one another. On a machine
 * without any font there are no labels.
 */
final class LabelPlates {

    private static final int LETTER_HEIGHT = 12;
    private static final int BRIGHT = 140;

    private final Graphics2D graphics;
    private final int imageWidth;
    private final int imageHeight;
    private final double padding;
    private final Font font;
    private final List<Rectangle2D> taken = new ArrayList<>();

    LabelPlates(Graphics2D graphics, int imageWidth, int imageHeight, double unit) {
        this.graphics = graphics;
        this.imageWidth = imageWidth;
        this.imageHeight = imageHeight;
        this.padding = 3.5 * unit;
        this.font = new Font(Font.SANS_SERIF, Font.BOLD, (int) Math.round(Math.max(10, LETTER_HEIGHT * unit)));
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    void add(String text, Box box, Color colour) {
        metrics().filter(m -> !text.isEmpty()).ifPresent(m -> add(text, box, colour, m));
    }

    /** The measures of the font; a bare server may have none, which the JDK reports in any of these ways. */
    private Optional<FontMetrics> metrics() {
        try {
            return Optional.of(graphics.getFontMetrics(font));
        } catch (InternalError | LinkageError | NullPointerException e) {
            return Optional.empty();
        }
    }

    private void add(String text, Box box, Color colour, FontMetrics metrics) {
        double width = metrics.stringWidth(text) + 2 * padding;
        double height = metrics.getAscent() + metrics.getDescent() + padding;
        Rectangle2D plate = place(box, width, height);
        taken.add(plate);
        graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 235));
        graphics.fill(new RoundRectangle2D.Double(plate.getX(), plate.getY(), width, height, padding, padding));
        graphics.setFont(font);
        graphics.setColor(isBright(colour) ? new Color(0x10151c) : Color.WHITE);
        graphics.drawString(
                text, (float) (plate.getX() + padding), (float) (plate.getY() + padding / 2 + metrics.getAscent()));
    }

    /** Above the box, else inside its top, else below it, else its bottom; whichever is free first. */
    private Rectangle2D place(Box box, double width, double height) {
        return Stream.of(box.y1() - height, box.y1(), box.y2(), box.y2() - height)
                .filter(y -> y >= 0 && y + height <= imageHeight)
                .map(y -> inside(box.x1(), y, width, height))
                .filter(plate -> taken.stream().noneMatch(plate::intersects))
                .findFirst()
                .orElseGet(() -> inside(box.x1(), box.y1(), width, height));
    }

    private Rectangle2D inside(double x, double y, double width, double height) {
        double left = Math.max(0, Math.min(x, imageWidth - width));
        double top = Math.max(0, Math.min(y, imageHeight - height));
        return new Rectangle2D.Double(left, top, width, height);
    }

    private static boolean isBright(Color c) {
        return 0.299 * c.getRed() + 0.587 * c.getGreen() + 0.114 * c.getBlue() > BRIGHT;
    }
}
