package io.flamemark.app.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.inspect.InspectImage.Group;
import io.flamemark.app.inspect.Judgement.Mark;
import io.flamemark.app.inspect.Judgement.Sight;
import io.flamemark.app.inspect.Judgement.Verdict;
import io.flamemark.dataset.Instance;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.detection.Matching;
import io.flamemark.detection.TrueObject;
import io.flamemark.geometry.CocoPolygonRasterizer;
import io.flamemark.host.DetectionHost.Found;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private final InspectImage image = Scene.image("a", Group.TEST, Scene.truth(10, 10, 20), Scene.truth(60, 60, 20));
    private final Judgement judgement = Judgement.of(
            image,
            Scene.found(Scene.square(0.9, 10, 10, 20), Scene.square(0.6, 62, 60, 20), Scene.square(0.3, 40, 0, 8)));

    @Test
    @DisplayName("a low threshold shows right ones with their IoU and the false alarm")
    void low() {
        Sight sight = judgement.at(0.1);
        assertEquals(
                List.of(Verdict.RIGHT, Verdict.RIGHT, Verdict.FALSE_ALARM),
                sight.marks().stream().map(Mark::verdict).toList());
        assertEquals(1, sight.marks().get(0).iou(), 1e-9);
        assertEquals(18.0 / 22, sight.marks().get(1).iou(), 1e-9);
        assertTrue(sight.missed().isEmpty());
    }

    @Test
    @DisplayName("raising the threshold turns the weaker right one into a miss")
    void high() {
        Sight sight = judgement.at(0.7);
        assertEquals(1, sight.marks().size());
        assertEquals(List.of(1), sight.missed());
    }

    @Test
    @DisplayName("without a known truth nothing is called right or wrong")
    void outside() {
        Judgement free = Judgement.of(InspectImage.outside(Path.of("x.png")), Scene.found(Scene.square(0.9, 1, 1, 5)));
        assertEquals(Verdict.UNJUDGED, free.at(0.5).marks().get(0).verdict());
        assertEquals(0, Tally.of(List.of(free), 0.5).images());
    }

    @Test
    @DisplayName("sums over images: found, false alarms, precision, mean IoU with 0 for a miss")
    void tally() {
        Tally tally = Tally.of(List.of(judgement, judgement), 0.7);
        assertEquals(4, tally.truths());
        assertEquals(2, tally.right());
        assertEquals(0.5, tally.meanIou(), 1e-9);
        assertEquals(1, tally.precision());
        assertEquals(2, Tally.of(List.of(judgement, judgement), 0.1).falseAlarms());
    }

    @Test
    @DisplayName("the best threshold finds both and leaves the false alarm out")
    void bestThreshold() {
        assertEquals(0.5, ThresholdCurve.of(List.of(judgement)).best().orElseThrow(), 1e-9);
        assertTrue(ThresholdCurve.of(List.of()).best().isEmpty());
        assertTrue(ThresholdCurve.of(List.of(Judgement.of(image, Scene.found())))
                .best()
                .isEmpty());
    }

    /** The claim the class rests on, and that recall only falls as the threshold rises. */
    @Property(tries = 60)
    void equalsMatchingAnewAtEveryThreshold(@ForAll long seed) {
        Random random = new Random(seed);
        List<Instance> truths = new ArrayList<>();
        List<Detection> detections = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            truths.add(Scene.truth(random.nextInt(60), random.nextInt(60), 15 + random.nextInt(15)));
        }
        for (int i = 0; i < 9; i++) {
            detections.add(
                    Scene.square(random.nextDouble(), random.nextInt(60), random.nextInt(60), 15 + random.nextInt(15)));
        }
        InspectImage scene = Scene.image("p", Group.TEST, truths.toArray(Instance[]::new));
        Found found = new Found(Scene.FIRE, new Detections(detections));
        Judgement once = Judgement.of(scene, found);
        double recall = Double.MAX_VALUE;
        for (double threshold = 0.05; threshold < 1; threshold += 0.1) {
            Matching anew = Matching.of(masks(truths), found.detections().atLeast(threshold), Judgement.MIN_IOU);
            Sight sight = once.at(threshold);
            assertEquals(anew.pairs().size(), sight.count(Verdict.RIGHT));
            assertEquals(anew.falseAlarms().size(), sight.count(Verdict.FALSE_ALARM));
            assertEquals(anew.missed(), sight.missed());
            double now = Tally.of(List.of(once), threshold).recall();
            assertTrue(now <= recall, "recall rose with the threshold");
            recall = now;
        }
    }

    private static List<TrueObject> masks(List<Instance> truths) {
        return truths.stream()
                .map(t -> new TrueObject(
                        1,
                        CocoPolygonRasterizer.rasterize(t.parts(), Scene.SIZE, Scene.SIZE)
                                .toMask()))
                .toList();
    }
}
