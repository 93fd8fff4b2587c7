package io.flamemark.maskrcnn.ops;

import static io.flamemark.maskrcnn.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class MatcherTest {

    @Test
    void matchesProposalsAsTorchvisionDoes() {
        check(Matcher.PROPOSALS, Fixture.named("detection_ops.json", "matcher of proposals"));
    }

    @Test
    void matchesDetectionsAsTorchvisionDoes() {
        check(Matcher.DETECTIONS, Fixture.named("detection_ops.json", "matcher of detections"));
    }

    @Test
    void withoutTruthEverythingIsBackground() {
        int[] matches = Matcher.PROPOSALS.match(new float[0], new float[] {0, 0, 5, 5, 1, 1, 9, 9});
        assertArrayEquals(new int[] {Matcher.BELOW_LOW_THRESHOLD, Matcher.BELOW_LOW_THRESHOLD}, matches);
    }

    @Test
    void aTruthThatOverlapsNothingMatchesNothing() {
        float[] truth = {500, 500, 510, 510};
        int[] matches = Matcher.PROPOSALS.match(truth, new float[] {0, 0, 5, 5, 1, 1, 9, 9});
        assertArrayEquals(new int[] {Matcher.BELOW_LOW_THRESHOLD, Matcher.BELOW_LOW_THRESHOLD}, matches);
    }

    private static void check(Matcher matcher, Fixture expected) {
        float[] truths = expected.floats("truths");
        float[] candidates = expected.floats("candidates");
        assertClose(expected.floats("overlaps"), Boxes.iou(truths, candidates), 1e-6, "overlaps");
        assertArrayEquals(expected.ints("matches"), matcher.match(truths, candidates));
        float[] near = expected.floats("near");
        assertArrayEquals(expected.ints("nearMatches"), matcher.match(near, 1, near.length), "at the thresholds");
    }
}
