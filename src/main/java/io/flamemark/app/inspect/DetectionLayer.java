package io.flamemark.app.inspect;

import io.flamemark.app.canvas.ClassPalette;
import io.flamemark.app.canvas.Layer;
import io.flamemark.app.canvas.Viewport;
import io.flamemark.app.inspect.Judgement.Mark;
import io.flamemark.app.inspect.Judgement.Sight;
import io.flamemark.app.inspect.Judgement.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** What the model found in the image on display, above the threshold. */
final class DetectionLayer implements Layer {

    private static final double[] SOLID = {};
    private static final double[] DASHED = {7, 5};

    private final InspectViewModel model;
    private final InspectOptions options;
    private final MaskPictures pictures = new MaskPictures();

    DetectionLayer(InspectViewModel model, InspectOptions options) {
        this.model = model;
        this.options = options;
        model.displayProperty().addListener((o, was, is) -> pictures.clear());
    }

    @Override
    public void paint(GraphicsContext g, Viewport view) {
        Optional<Judgement> judgement = model.judgement();
        if (judgement.isEmpty()) {
            return;
        }
        Sight sight = judgement.get().at(model.thresholdProperty().get());
        Stroke stroke = new Stroke(g, view);
        List<Mark> marks = sight.marks();
        // Weak ones first, so that the strong lie on top.
        for (int i = marks.size() - 1; i >= 0; i--) {
            paintShape(marks.get(i), stroke);
        }
        if (options.labelsProperty().get()) {
            for (int i = marks.size() - 1; i >= 0; i--) {
                Mark mark = marks.get(i);
                stroke.tag(words(mark, judgement.get()), mark.detection().box(), color(mark));
            }
        }
    }

    private void paintShape(Mark mark, Stroke stroke) {
        Color color = color(mark);
        boolean chosen = model.chosenDetectionProperty().get() == mark.index();
        double[] dashes = mark.verdict() == Verdict.FALSE_ALARM ? DASHED : SOLID;
        if (options.masksProperty().get()) {
            double opacity = options.opacityProperty().get();
            pictures.of(mark.detection().mask(), color)
                    .ifPresent(p -> stroke.picture(mark.detection().mask(), p, opacity));
            stroke.outlines(pictures.contoursOf(mark.detection().mask()), color, chosen ? 2.6 : 1.5, dashes);
        }
        if (options.boxesProperty().get()) {
            stroke.box(mark.detection().box(), color, chosen ? 2.6 : 1.5, dashes);
        }
    }

    private Color color(Mark mark) {
        boolean byVerdict = options.verdictsProperty().get() && mark.verdict() != Verdict.UNJUDGED;
        return byVerdict
                ? VerdictColors.of(mark.verdict())
                : ClassPalette.of(mark.detection().label() - 1);
    }

    private static String words(Mark mark, Judgement judgement) {
        String name = judgement.labels().nameOf(mark.detection().label());
        String score =
                String.format(Locale.ROOT, "%s %.2f", name, mark.detection().score());
        return switch (mark.verdict()) {
            case RIGHT -> score + String.format(Locale.ROOT, " · IoU %.2f", mark.iou());
            case FALSE_ALARM -> score + " · false alarm";
            case UNJUDGED -> score;
        };
    }
}
