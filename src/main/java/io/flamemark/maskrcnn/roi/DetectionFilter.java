package io.flamemark.maskrcnn.roi;

import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.ops.BoxCoder;
import io.flamemark.maskrcnn.ops.Boxes;
import io.flamemark.maskrcnn.ops.Nms;
import java.util.Arrays;

/**
 * From the box head's output for one image to its detections: refined boxes, clipped, above the score threshold, and of
 * those of one class that overlap only the best (torchvision's {@code postprocess_detections}).
 *
 * @param scoreThreshold what scores no more is dropped
 * @param nmsThreshold IoU above which the weaker of two detections of a class goes
 * @param most detections kept of an image
 */
record DetectionFilter(float scoreThreshold, double nmsThreshold, int most) {

    private static final float SMALLEST_SIDE = 1e-2f;

    /** What is left, by falling score; boxes flat xyxy, network pixels. */
    record Kept(float[] boxes, int[] labels, float[] scores) {

        private Kept select(int[] indices) {
            int[] chosenLabels = Arrays.stream(indices).map(i -> labels[i]).toArray();
            float[] chosenScores = new float[indices.length];
            for (int i = 0; i < indices.length; i++) {
                chosenScores[i] = scores[indices[i]];
            }
            return new Kept(Boxes.select(boxes, indices), chosenLabels, chosenScores);
        }
    }

    /**
     * @param probabilities {@code [R, classes]}
     * @param offsets {@code [R, classes, 4]}
     * @param proposals R boxes, flat xyxy, network pixels
     * @param classes background included
     */
    Kept filter(float[] probabilities, float[] offsets, float[] proposals, int classes, ImageSize image) {
        float[] boxes = BoxCoder.DETECTIONS.decode(offsets, proposals, classes);
        Boxes.clip(boxes, image.width(), image.height());
        int[] rows = new int[probabilities.length];
        int count = 0;
        for (int row = 0; row < probabilities.length; row++) {
            if (row % classes > 0 && probabilities[row] > scoreThreshold) {
                rows[count++] = row;
            }
        }
        int[] candidates = Arrays.copyOf(rows, count);
        int[] labels = Arrays.stream(candidates).map(row -> row % classes).toArray();
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            scores[i] = probabilities[candidates[i]];
        }
        Kept all = new Kept(Boxes.select(boxes, candidates), labels, scores);
        Kept large = all.select(Boxes.notSmaller(all.boxes, SMALLEST_SIDE));
        int[] kept = Nms.keep(large.boxes, large.scores, large.labels, nmsThreshold);
        return large.select(Arrays.copyOf(kept, Math.min(kept.length, most)));
    }
}
