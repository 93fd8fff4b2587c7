package io.flamemark.app.inspect;

import io.flamemark.dataset.Instance;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Polygon;
import io.flamemark.host.DetectionHost.Found;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Small images with square fires, and detections of squares. */
final class Scene {

    static final LabelMap FIRE = new LabelMap(List.of("fire"));
    static final int SIZE = 100;

    private Scene() {}

    /** A square as a truth. */
    static Instance truth(int left, int top, int side) {
        return new Instance(
                1, List.of(Polygon.of(left, top, left + side, top, left + side, top + side, left, top + side)));
    }

    /** A square as a detection. */
    static Detection square(double score, int left, int top, int side) {
        BitSet bits = new BitSet(side * side);
        bits.set(0, side * side);
        return new Detection(1, score, Box.ofXywh(left, top, side, side), new Mask(left, top, side, side, bits));
    }

    static Found found(Detection... detections) {
        return new Found(FIRE, new Detections(List.of(detections)));
    }

    static Sample sample(String id, Instance... truths) {
        return new Sample(id, Path.of(id + ".png"), SIZE, SIZE, new ArrayList<>(List.of(truths)));
    }

    static InspectImage image(String id, InspectImage.Group group, Instance... truths) {
        Sample sample = sample(id, truths);
        return new InspectImage(id, group, sample.image(), Optional.of(sample));
    }
}
