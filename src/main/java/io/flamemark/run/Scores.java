package io.flamemark.run;

/**
 * The figures of one evaluation, fractions 0..1, -1 where undefined (no truth). AP is COCO's, over IoU .50:.05:.95.
 *
 * @param meanIou mean over the true objects of the mask IoU of the detection matched to it, 0 where it was missed
 */
public record Scores(double maskAp, double maskAp50, double boxAp, double boxAp50, double meanIou) {

    /** Whether there was an outline to judge by. */
    public boolean isMeasured() {
        return maskAp50 >= 0;
    }
}
