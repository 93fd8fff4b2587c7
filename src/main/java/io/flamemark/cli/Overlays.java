package io.flamemark.cli;

import io.flamemark.dataset.Instance;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.CocoPolygonRasterizer;
import io.flamemark.geometry.Mask;
import io.flamemark.imaging.Overlay;
import io.flamemark.imaging.RgbImage;
import java.util.List;
import java.util.Locale;

/** Pictures of what was found, and of the truth where it is known. */
final class Overlays {

    private Overlays() {}

    /** @param truths outlined in dashed white */
    static RgbImage paint(RgbImage image, Detections found, LabelMap labels, List<Mask> truths) {
        return Overlay.paint(
                image, found.all().stream().map(d -> item(d, labels)).toList(), truths);
    }

    /** The true masks of a sample, in pixels of its image. */
    static List<Mask> truths(Sample sample) {
        return sample.instances().stream().map(i -> mask(i, sample)).toList();
    }

    private static Mask mask(Instance instance, Sample sample) {
        return CocoPolygonRasterizer.rasterize(instance.parts(), sample.width(), sample.height())
                .toMask();
    }

    private static Overlay.Item item(Detection detection, LabelMap labels) {
        String text = String.format(Locale.ROOT, "%s %.2f", labels.nameOf(detection.label()), detection.score());
        return new Overlay.Item(detection.mask(), detection.box(), Overlay.colour(detection.label() - 1), text);
    }
}
