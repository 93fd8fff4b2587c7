package io.flamemark.exchange.yolo;

import io.flamemark.annotation.Shape;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.ImageBuilder;
import io.flamemark.exchange.part.Outlines;
import io.flamemark.exchange.part.RegionAttributes;
import io.flamemark.geometry.Point;
import io.flamemark.imaging.ImageDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * The lines of one label file: {@code class x1 y1 x2 y2 ...} for an outline, {@code class x y width height} for a box
 * about its centre; one number more at the end is a score. All but the class are shares of the picture.
 */
final class YoloLabels {

    private static final int BOX = 4;

    private final ImageBuilder image;
    private final ImageDecoder.Size size;
    private final Map<Integer, String> names;

    YoloLabels(ImageBuilder image, ImageDecoder.Size size, Map<Integer, String> names) {
        this.image = image;
        this.size = size;
        this.names = names;
    }

    void read(String text) throws ExchangeException {
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isBlank()) {
                read(line, number);
            }
        }
    }

    private void read(String line, int number) throws ExchangeException {
        try {
            StringTokenizer words = new StringTokenizer(line);
            String name = className(words.nextToken());
            List<Double> numbers = new ArrayList<>();
            while (words.hasMoreTokens()) {
                numbers.add(Double.parseDouble(words.nextToken()));
            }
            RegionAttributes attributes = RegionAttributes.ofClass(name);
            if (numbers.size() % 2 != 0) {
                double score = numbers.remove(numbers.size() - 1);
                attributes = attributes.with("score", Double.toString(score));
            }
            if (numbers.size() < BOX) {
                image.leftOut("label-unreadable", "Line " + number + " of the labels has too few numbers");
                return;
            }
            image.region(numbers.size() == BOX ? box(numbers) : outline(numbers), attributes);
        } catch (NumberFormatException e) {
            image.leftOut("label-unreadable", "Line " + number + " of the labels holds what is no number");
        }
    }

    private String className(String word) {
        double number = Double.parseDouble(word);
        if (number != Math.rint(number) || number < 0) {
            throw new NumberFormatException(word);
        }
        return names.getOrDefault((int) number, "class " + (long) number);
    }

    private Shape box(List<Double> n) {
        double width = Outlines.rounded(n.get(2) * size.width());
        double height = Outlines.rounded(n.get(3) * size.height());
        double x = Outlines.rounded(n.get(0) * size.width() - width / 2);
        double y = Outlines.rounded(n.get(1) * size.height() - height / 2);
        return new Shape.Rectangle(x, y, width, height);
    }

    private Shape outline(List<Double> n) {
        List<Point> points = new ArrayList<>(n.size() / 2);
        for (int i = 0; i < n.size(); i += 2) {
            points.add(Outlines.rounded(new Point(n.get(i) * size.width(), n.get(i + 1) * size.height())));
        }
        return Outlines.polygon(points);
    }
}
