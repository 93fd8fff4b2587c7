package io.flamemark.app.inspect;

import io.flamemark.app.inspect.Judgement.Mark;
import io.flamemark.app.inspect.Judgement.Sight;
import io.flamemark.app.inspect.Judgement.Verdict;
import java.util.Collection;
import java.util.List;

/**
 * The sums over many images at one threshold.
 *
 * @param truths objects that are truly there
 * @param right detections of them
 * @param falseAlarms detections of nothing
 * @param meanIou of all truths, 0 for those missed; NaN where there is none
 */
record Tally(int images, int truths, int right, int falseAlarms, double meanIou) {

    static Tally of(Collection<Judgement> judgements, double threshold) {
        int truths = 0;
        int right = 0;
        int falseAlarms = 0;
        double iou = 0;
        int images = 0;
        for (Judgement judgement : judgements) {
            if (!judgement.judged()) {
                continue;
            }
            Sight sight = judgement.at(threshold);
            images++;
            truths += judgement.truths().size();
            right += sight.count(Verdict.RIGHT);
            falseAlarms += sight.count(Verdict.FALSE_ALARM);
            iou += sumOfIous(sight.marks());
        }
        return new Tally(images, truths, right, falseAlarms, truths == 0 ? Double.NaN : iou / truths);
    }

    private static double sumOfIous(List<Mark> marks) {
        return marks.stream().mapToDouble(Mark::iou).sum();
    }

    /** The share of the detections that is right; NaN where nothing was found. */
    double precision() {
        return right + falseAlarms == 0 ? Double.NaN : (double) right / (right + falseAlarms);
    }

    /** The share of the truths that was found; NaN where there is none. */
    double recall() {
        return truths == 0 ? Double.NaN : (double) right / truths;
    }
}
