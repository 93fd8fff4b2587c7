package io.flamemark.cli;

import io.flamemark.run.RunEvent;
import io.flamemark.run.RunHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The losses of a run as an SVG picture for a page: every step in pale, the epochs' means, the validation losses. */
final class LossChart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 320;
    private static final int LEFT = 52;
    private static final int RIGHT = 16;
    private static final int TOP = 16;
    private static final int BOTTOM = 40;
    private static final int LINES = 5;

    private final double lastStep;
    private final double highest;
    private final StringBuilder svg = new StringBuilder();

    private record At(double step, double loss) {}

    private LossChart(double lastStep, double highest) {
        this.lastStep = lastStep;
        this.highest = highest;
    }

    static String of(RunHistory run) {
        List<At> steps = run.steps().stream()
                .map(s -> new At(s.step(), s.losses().total()))
                .toList();
        List<At> training = new ArrayList<>();
        List<At> validation = new ArrayList<>();
        int before = 0;
        for (RunEvent.EpochMeasured epoch : run.epochs()) {
            // A mean over an epoch stands for its middle, a validation for its end.
            training.add(new At((before + epoch.step()) / 2.0, epoch.training().total()));
            epoch.validation().ifPresent(v -> validation.add(new At(epoch.step(), v.total())));
            before = epoch.step();
        }
        LossChart chart =
                new LossChart(steps.isEmpty() ? 1 : steps.get(steps.size() - 1).step(), top(steps, validation));
        return chart.draw(steps, training, validation);
    }

    /** One wild step must not flatten the rest: the scale ends at the 98th hundredth of the losses. */
    private static double top(List<At> steps, List<At> validation) {
        double[] sorted = steps.stream()
                .mapToDouble(At::loss)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double most = sorted.length == 0 ? 1 : sorted[(int) (0.98 * (sorted.length - 1))];
        for (At at : validation) {
            most = Math.max(most, at.loss());
        }
        return niceAbove(most);
    }

    private static double niceAbove(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(value, 1e-9))));
        for (double nice : new double[] {1, 1.5, 2, 3, 4, 5, 6, 8}) {
            if (value <= nice * power) {
                return nice * power;
            }
        }
        return 10 * power;
    }

    private String draw(List<At> steps, List<At> training, List<At> validation) {
        svg.append(format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Training and validation loss by step\">",
                WIDTH, HEIGHT));
        axes();
        line(steps, "step");
        line(training, "train");
        line(validation, "val");
        return svg.append("</svg>").toString();
    }

    private void axes() {
        for (int i = 0; i <= LINES; i++) {
            double loss = highest * i / LINES;
            svg.append(format(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    LEFT, WIDTH - RIGHT, y(loss), y(loss)));
            svg.append(
                    format("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.2g</text>", LEFT - 8, y(loss) + 4, loss));
            double step = Math.round(lastStep * i / LINES);
            svg.append(format(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f</text>",
                    x(step), HEIGHT - BOTTOM + 18, step));
        }
        svg.append(format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">step</text>", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6));
    }

    private void line(List<At> points, String style) {
        String path = points.stream()
                .filter(p -> Double.isFinite(p.loss()))
                .map(p -> format("%.1f,%.1f", x(p.step()), y(Math.min(p.loss(), highest))))
                .collect(Collectors.joining(" "));
        svg.append(format("<polyline class=\"%s\" points=\"%s\"/>", style, path));
    }

    private double x(double step) {
        return LEFT + (WIDTH - LEFT - RIGHT) * step / lastStep;
    }

    private double y(double loss) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * loss / highest;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
